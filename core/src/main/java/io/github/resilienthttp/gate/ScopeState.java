// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.stability.Experimental;

/**
 * A scope at one moment.
 *
 * @param label its name
 * @param circuit the breaker's state: half-open from the end of the open time on, before anybody has tried
 * @param closedUntil the ticker time at which the cool-down ends, in nanoseconds; 0 where it is open
 * @param waiting calls that wait for it
 * @param budget what is left, from 0 to 1
 * @param active calls under way
 */
@Experimental
public record ScopeState(
        String label, CircuitState circuit, long closedUntil, int waiting, double budget, int active) {}
