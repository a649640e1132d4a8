// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * A scope at one moment.
 *
 * @param label its name
 * @param circuit the breaker's state: closed, open, half-open (also from the end of the open time on, before anybody has tried),
 *     isolated, disabled
 * @param closedUntil the ticker time at which the cool-down ends, or 0
 * @param waiting calls that wait for it
 * @param budget what is left, from 0 to 1
 * @param active calls under way
 */
public record ScopeState(String label, String circuit, long closedUntil, int waiting, double budget, int active) {}
