// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;

/** Where a wait comes from. */
@Stable
public enum WaitSource {
    /** The engine's own back-off. */
    BACKOFF("backoff"),
    /** The time that a server named. */
    HINT("hint"),
    /** A scope that is closed until the time that a server named to another call, or that reopens slowly. */
    COOLDOWN("cooldown"),
    /** The client's own rate limit. */
    RATE_LIMIT("rate-limit");

    private final String label;

    WaitSource(String label) {
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
