// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Internal;

/** What an outcome counts for in the circuit breaker. */
@Internal
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
