// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Stable;

/** Why a call ended as it did, and why a retry was not made: a closed set, the same word everywhere. */
@Stable
public enum Reason {
    /** A response below 400 on the first attempt. */
    SUCCESS("success"),
    /** A response below 400 on a later attempt. */
    RECOVERED("recovered"),
    /** A 4xx that is not repeated. */
    REJECTED("rejected"),
    /** What waiting does not cure, or a 5xx that this client does not repeat. */
    PERMANENT("permanent"),
    /** The request may have been acted on, and a second time might do harm. */
    NOT_IDEMPOTENT("not-idempotent"),
    /** The request's body cannot be written again. */
    NOT_REPLAYABLE("not-replayable"),
    /** There was no attempt left. */
    ATTEMPTS_EXHAUSTED("attempts-exhausted"),
    /** The scope's budget did not pay for another attempt. */
    BUDGET_EXHAUSTED("budget-exhausted"),
    /** The server asked for a longer wait than the client grants. */
    HINT_TOO_LONG("hint-too-long"),
    /** A 429 did not say when to come back. */
    NO_HINT("no-hint"),
    /** The server said not to send it again. */
    FORBIDDEN_BY_SERVER("forbidden-by-server"),
    /** The time of the call ran out, or the next wait would not have left enough of it. */
    DEADLINE("deadline"),
    /** The circuit breaker is open. */
    CIRCUIT_OPEN("circuit-open"),
    /** The scope is closed until the time that a server named, and that is too far off. */
    COOLING_DOWN("cooling-down"),
    /** The client's own rate limit has no permit in time. */
    RATE_LIMITED("rate-limited"),
    /** Our own side had no connection to give. */
    LOCAL("local"),
    /** Cancelled, interrupted, or ended by an error in the program. */
    CANCELLED("cancelled");

    private final String label;

    Reason(String label) {
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
