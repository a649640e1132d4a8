// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.policy.Policy.Throttle;
import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The settings of what is sent again, for code; defaults and meanings are those of {@link PolicyKeys}. */
@Stable
public sealed interface RetrySettings permits PolicyBuilder {
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
     * {@return this, with {@code retry.max-attempts} set}
     *
     * @param attempts the first included; 1 to 20, 1 never repeats
     */
    default PolicyBuilder maxAttempts(int attempts) {
        return set(RetryKeys.MAX_ATTEMPTS, attempts);
    }

    /**
     * {@return this, with {@code retry.statuses} set}
     *
     * @param statuses such as {@code StatusSet.parse("5xx, !501, 408")}
     */
    default PolicyBuilder retryStatuses(StatusSet statuses) {
        return set(RetryKeys.STATUSES, statuses);
    }

    /**
     * {@return this, with {@code retry.methods} set}
     *
     * @param methods in capitals; they count as idempotent
     */
    default PolicyBuilder retryMethods(Set<String> methods) {
        return set(RetryKeys.METHODS, methods);
    }

    /**
     * {@return this, with {@code backoff.initial} set}
     *
     * @param initial 1ms to 1h, not above the longest
     */
    default PolicyBuilder backoffInitial(Duration initial) {
        return set(RetryKeys.BACKOFF_INITIAL, initial);
    }

    /**
     * {@return this, with {@code backoff.multiplier} set}
     *
     * @param multiplier 1 to 10
     */
    default PolicyBuilder backoffMultiplier(double multiplier) {
        return set(RetryKeys.BACKOFF_MULTIPLIER, multiplier);
    }

    /**
     * {@return this, with {@code backoff.max} set}
     *
     * @param max 1ms to 24h
     */
    default PolicyBuilder backoffMax(Duration max) {
        return set(RetryKeys.BACKOFF_MAX, max);
    }

    /**
     * {@return this, with {@code backoff.jitter} set}
     *
     * @param jitter how waits are spread
     */
    default PolicyBuilder backoffJitter(Jitter jitter) {
        return set(RetryKeys.BACKOFF_JITTER, jitter);
    }

    /**
     * {@return this, with {@code retry-after.max-wait} set}
     *
     * @param wait 0s to 24h; a longer hint ends the call
     */
    default PolicyBuilder retryAfterMaxWait(Duration wait) {
        return set(RetryKeys.RETRY_AFTER_MAX_WAIT, wait);
    }

    /**
     * {@return this, with {@code throttle.without-hint} set}
     *
     * @param what what a 429 without a hint does
     */
    default PolicyBuilder throttleWithoutHint(Throttle.WithoutHint what) {
        return set(RetryKeys.THROTTLE_WITHOUT_HINT, what);
    }

    /**
     * {@return this, with {@code throttle.unsafe-methods} set}
     *
     * @param what what a 429 does to a request that is not idempotent
     */
    default PolicyBuilder throttleUnsafeMethods(Throttle.UnsafeMethods what) {
        return set(RetryKeys.THROTTLE_UNSAFE_METHODS, what);
    }

    /**
     * {@return this, with {@code hint.headers} set}
     *
     * @param headers further headers that say when to come back
     */
    default PolicyBuilder hintHeaders(List<HintHeader> headers) {
        return set(RetryKeys.HINT_HEADERS, headers);
    }

    /**
     * {@return this, with {@code hint.body-pointers} set}
     *
     * @param pointers JSON pointers, tried before the default ones; none at all for an empty list
     */
    default PolicyBuilder hintBodyPointers(List<String> pointers) {
        return set(RetryKeys.HINT_BODY_POINTERS, pointers);
    }

    /**
     * {@return this, with {@code budget.enabled} set}
     *
     * @param enabled whether extra attempts cost anything
     */
    default PolicyBuilder budgetEnabled(boolean enabled) {
        return set(RetryKeys.BUDGET_ENABLED, enabled);
    }

    /**
     * {@return this, with {@code budget.capacity} set}
     *
     * @param attempts 1 to 10000
     */
    default PolicyBuilder budgetCapacity(int attempts) {
        return set(RetryKeys.BUDGET_CAPACITY, attempts);
    }

    /**
     * {@return this, with {@code budget.deposit} set}
     *
     * @param part 0 to 1
     */
    default PolicyBuilder budgetDeposit(double part) {
        return set(RetryKeys.BUDGET_DEPOSIT, part);
    }

    /**
     * {@return this, with {@code budget.refill-interval} set}
     *
     * @param interval 1s to 24h
     */
    default PolicyBuilder budgetRefillInterval(Duration interval) {
        return set(RetryKeys.BUDGET_REFILL_INTERVAL, interval);
    }
}
