// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;

/** The settings of a cool-down in ticker terms; a span beyond 292 years is for ever. */
record CooldownLimits(long maxWaitNanos, int maxWaiting, long maxHoldNanos) {
    /** @throws IllegalArgumentException where a setting is out of range */
    static CooldownLimits of(Policy.Cooldown settings) {
        require(!settings.maxWait().isNegative(), "max-wait", settings.maxWait(), "0 or more");
        require(settings.maxWaiting() >= 0, "max-waiting", settings.maxWaiting(), "0 or more");
        require(settings.maxHold().compareTo(Duration.ZERO) > 0, "max-hold", settings.maxHold(), "above 0");
        return new CooldownLimits(nanos(settings.maxWait()), settings.maxWaiting(), nanos(settings.maxHold()));
    }

    /** The latest reopening that a call which comes now waits for, whatever its deadline. */
    long longestWait(long now) {
        return plus(now, maxWaitNanos);
    }

    /** The latest time until which it may be closed now. */
    long longestHold(long now) {
        return plus(now, maxHoldNanos);
    }

    private static long plus(long time, long span) {
        long sum = time + span;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long nanos(Duration span) {
        return span.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : span.toNanos();
    }

    private static void require(boolean right, String setting, Object value, String allowed) {
        if (!right) {
            throw new IllegalArgumentException("cooldown." + setting + " = " + value + ": must be " + allowed);
        }
    }
}
