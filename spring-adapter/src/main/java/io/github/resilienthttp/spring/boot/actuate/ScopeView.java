// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.stability.Experimental;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scope at one moment.
 *
 * @param scope its name; secrets in it stand as a hash
 * @param circuit the breaker: closed, open, half-open, isolated, disabled
 * @param circuitOpenUntil when an open breaker may be tried again; null where it is not open, or nobody knows
 * @param coolDownUntil when the scope reopens; null where it is not closed
 * @param waiting calls that wait for it
 * @param budget what is left of the retry budget, from 0 to 1
 * @param active calls under way
 */
@Experimental
public record ScopeView(
        String scope,
        String circuit,
        @Nullable Instant circuitOpenUntil,
        @Nullable Instant coolDownUntil,
        int waiting,
        double budget,
        int active) {
    /** Whether anything keeps calls from this scope's server. */
    boolean troubled() {
        return coolDownUntil != null || !(circuit.equals("closed") || circuit.equals("disabled"));
    }
}
