// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;

/** What the outcome of an attempt means. */
@Stable
public enum Verdict {
    /** 1xx, 2xx, 3xx. */
    SUCCESS("success"),
    /** A 4xx other than 429: the server is well and says no. */
    REJECTED("rejected"),
    /** 429: come back later. */
    THROTTLED("throttled"),
    /** A 5xx that may pass. */
    TRANSIENT("transient"),
    /** Waiting cures nothing. */
    PERMANENT("permanent"),
    /** The request was never sent. */
    UNREACHABLE("unreachable"),
    /** The request may have been acted on. */
    BROKEN("broken"),
    /** Our own side had no connection to give. */
    LOCAL("local"),
    /** The caller, or the caller's deadline, ended it. */
    ENDED("ended");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /**
     * Returns the word used in reports, log lines and metric tags.
     *
     * @return lower case, words joined by hyphens
     */
    public String label() {
        return label;
    }
}
