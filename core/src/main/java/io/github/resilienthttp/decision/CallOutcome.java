// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;

/** How a call ended. */
@Stable
public enum CallOutcome {
    /** A response below 400 on the first attempt. */
    SUCCESS("success"),
    /** A response below 400 on a later attempt. */
    RECOVERED("recovered"),
    /** A response of 400 or more, or an exception. */
    FAILED("failed"),
    /** Ended by the engine without a response or exception of the client. */
    REFUSED("refused");

    private final String label;

    CallOutcome(String label) {
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
