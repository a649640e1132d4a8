// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * The state one scope shares.
 *
 * @param limiterPatience nanoseconds a call may wait for a permit of the limiter
 */
record Gates(Breaker breaker, Limiter limiter, long limiterPatience, Cooldown cooldown, RetryBudget budget) {}
