// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.policy.Policy.RateLimit;
import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of what calls share, for code; defaults and meanings are those of {@link PolicyKeys}. */
@Stable
public sealed interface GateSettings permits PolicyBuilder {
    /**
     * Sets a key.
     *
     * @param <T> the type of its values
     * @param key one of {@link PolicyKeys}
     * @param value the value; one out of range is reported by {@link PolicyBuilder#build}
     * @return this
     */
    <T> PolicyBuilder set(PolicyKey<T> key, T value);

    /**
     * {@return this, with {@code cooldown.enabled} set}
     *
     * @param enabled whether a hint closes the scope
     */
    default PolicyBuilder cooldownEnabled(boolean enabled) {
        return set(GateKeys.COOLDOWN_ENABLED, enabled);
    }

    /**
     * {@return this, with {@code cooldown.max-wait} set}
     *
     * @param wait 0s to 24h
     */
    default PolicyBuilder cooldownMaxWait(Duration wait) {
        return set(GateKeys.COOLDOWN_MAX_WAIT, wait);
    }

    /**
     * {@return this, with {@code cooldown.max-waiting} set}
     *
     * @param calls 0 to 10000
     */
    default PolicyBuilder cooldownMaxWaiting(int calls) {
        return set(GateKeys.COOLDOWN_MAX_WAITING, calls);
    }

    /**
     * {@return this, with {@code cooldown.max-hold} set}
     *
     * @param hold 1s to 366d
     */
    default PolicyBuilder cooldownMaxHold(Duration hold) {
        return set(GateKeys.COOLDOWN_MAX_HOLD, hold);
    }

    /**
     * {@return this, with {@code cooldown.on-quota-used} set}
     *
     * @param close whether a used-up quota closes the scope too
     */
    default PolicyBuilder cooldownOnQuotaUsed(boolean close) {
        return set(GateKeys.COOLDOWN_ON_QUOTA_USED, close);
    }

    /**
     * {@return this, with {@code circuit-breaker.enabled} set}
     *
     * @param enabled whether there is one
     */
    default PolicyBuilder circuitBreakerEnabled(boolean enabled) {
        return set(GateKeys.BREAKER_ENABLED, enabled);
    }

    /**
     * {@return this, with {@code circuit-breaker.failure-rate} set}
     *
     * @param percent above 0 to 100
     */
    default PolicyBuilder circuitBreakerFailureRate(double percent) {
        return set(GateKeys.BREAKER_FAILURE_RATE, percent);
    }

    /**
     * {@return this, with {@code circuit-breaker.window} set}
     *
     * @param window 1 to 10000 calls, or whole seconds from 1s to 1h
     */
    default PolicyBuilder circuitBreakerWindow(BreakerWindow window) {
        return set(GateKeys.BREAKER_WINDOW, window);
    }

    /**
     * {@return this, with {@code circuit-breaker.minimum-calls} set}
     *
     * @param calls 1 to 10000, not above a window of calls
     */
    default PolicyBuilder circuitBreakerMinimumCalls(int calls) {
        return set(GateKeys.BREAKER_MINIMUM_CALLS, calls);
    }

    /**
     * {@return this, with {@code circuit-breaker.open-for} set}
     *
     * @param time 10ms to 24h
     */
    default PolicyBuilder circuitBreakerOpenFor(Duration time) {
        return set(GateKeys.BREAKER_OPEN_FOR, time);
    }

    /**
     * {@return this, with {@code circuit-breaker.half-open-calls} set}
     *
     * @param calls 1 to 1000
     */
    default PolicyBuilder circuitBreakerHalfOpenCalls(int calls) {
        return set(GateKeys.BREAKER_HALF_OPEN_CALLS, calls);
    }

    /**
     * {@return this, with {@code circuit-breaker.slow-call-duration} set}
     *
     * @param duration 1ms to 24h; null for none
     */
    default PolicyBuilder circuitBreakerSlowCallDuration(@Nullable Duration duration) {
        return set(GateKeys.BREAKER_SLOW_CALL_DURATION, Optional.ofNullable(duration));
    }

    /**
     * {@return this, with {@code circuit-breaker.slow-call-rate} set}
     *
     * @param percent above 0 to 100
     */
    default PolicyBuilder circuitBreakerSlowCallRate(double percent) {
        return set(GateKeys.BREAKER_SLOW_CALL_RATE, percent);
    }

    /**
     * {@return this, with {@code circuit-breaker.instance} set}
     *
     * @param name an instance of the application's own; null for none
     */
    default PolicyBuilder circuitBreakerInstance(@Nullable String name) {
        return set(GateKeys.BREAKER_INSTANCE, Optional.ofNullable(name));
    }

    /**
     * {@return this, with {@code rate-limit.permits} set}
     *
     * @param permits 1 to 100000; null for no limit
     */
    default PolicyBuilder rateLimitPermits(@Nullable Integer permits) {
        return set(GateKeys.RATE_PERMITS, Optional.ofNullable(permits));
    }

    /**
     * {@return this, with {@code rate-limit.period} set}
     *
     * @param period 10ms to 32d; null for no limit
     */
    default PolicyBuilder rateLimitPeriod(@Nullable Duration period) {
        return set(GateKeys.RATE_PERIOD, Optional.ofNullable(period));
    }

    /**
     * {@return this, with {@code rate-limit.window} set}
     *
     * @param window which windows the limit holds for
     */
    default PolicyBuilder rateLimitWindow(RateLimit.Window window) {
        return set(GateKeys.RATE_WINDOW, window);
    }

    /**
     * {@return this, with {@code rate-limit.margin} set}
     *
     * @param margin 0 to 100 percent, or 0s to 1h
     */
    default PolicyBuilder rateLimitMargin(RateMargin margin) {
        return set(GateKeys.RATE_MARGIN, margin);
    }

    /**
     * {@return this, with {@code rate-limit.max-wait} set}
     *
     * @param wait 0s to 24h
     */
    default PolicyBuilder rateLimitMaxWait(Duration wait) {
        return set(GateKeys.RATE_MAX_WAIT, wait);
    }

    /**
     * {@return this, with {@code rate-limit.instance} set}
     *
     * @param name an instance of the application's own; null for none
     */
    default PolicyBuilder rateLimitInstance(@Nullable String name) {
        return set(GateKeys.RATE_INSTANCE, Optional.ofNullable(name));
    }
}
