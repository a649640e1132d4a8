// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Experimental;

/** How a circuit breaker stands; the later, the worse. */
@Experimental
public enum CircuitState {
    /** Switched off: it never refuses. */
    DISABLED("disabled"),
    /** All is well. */
    CLOSED("closed"),
    /** A few calls may try, or may from now on. */
    HALF_OPEN("half-open"),
    /** It refuses, for a time. */
    OPEN("open"),
    /** It refuses until somebody closes it by hand. */
    ISOLATED("isolated");

    private final String label;

    CircuitState(String label) {
        this.label = label;
    }

    /** {@return the word used in metric tags and endpoints} */
    public String label() {
        return label;
    }
}
