// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

/** What an outcome counts for in the circuit breaker. */
public enum BreakerMark {
    /** A success. */
    SUCCESS,
    /** A failure. */
    FAILURE,
    /** Nothing, but a success where the breaker is half-open: the server did answer. */
    NEUTRAL,
    /** Nothing at all: the permit goes back. */
    NONE
}
