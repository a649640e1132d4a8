// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.policy.Policy.Backoff;
import io.github.resilienthttp.policy.Policy.Breaker;
import io.github.resilienthttp.policy.Policy.Budget;
import io.github.resilienthttp.policy.Policy.Cooldown;
import io.github.resilienthttp.policy.Policy.Discard;
import io.github.resilienthttp.policy.Policy.ErrorPointers;
import io.github.resilienthttp.policy.Policy.Hints;
import io.github.resilienthttp.policy.Policy.IdempotencyKey;
import io.github.resilienthttp.policy.Policy.RateLimit;
import io.github.resilienthttp.policy.Policy.Retry;
import io.github.resilienthttp.policy.Policy.Throttle;
import io.github.resilienthttp.policy.Policy.Timeouts;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a policy of settings without faults. Where a default does not go with what somebody wrote, the default gives
 * way: an attempt's timeout to the total, the first wait to the longest, the minimum of calls to the window.
 */
final class PolicyAssembly {
    private PolicyAssembly() {}

    static Policy of(String client, Settings from) {
        return new Policy(
                client,
                from.value(CallKeys.MODE),
                from.value(CallKeys.ORIGINS),
                from.value(CallKeys.SCOPE),
                timeouts(from),
                new Retry(
                        from.value(RetryKeys.MAX_ATTEMPTS),
                        from.value(RetryKeys.STATUSES),
                        from.value(RetryKeys.METHODS)),
                backoff(from),
                from.value(RetryKeys.RETRY_AFTER_MAX_WAIT),
                new Throttle(
                        from.value(RetryKeys.THROTTLE_WITHOUT_HINT), from.value(RetryKeys.THROTTLE_UNSAFE_METHODS)),
                new Hints(from.value(RetryKeys.HINT_HEADERS), bodyPointers(from.value(RetryKeys.HINT_BODY_POINTERS))),
                new Cooldown(
                        from.value(GateKeys.COOLDOWN_ENABLED),
                        from.value(GateKeys.COOLDOWN_MAX_WAIT),
                        from.value(GateKeys.COOLDOWN_MAX_WAITING),
                        from.value(GateKeys.COOLDOWN_MAX_HOLD),
                        from.value(GateKeys.COOLDOWN_ON_QUOTA_USED)),
                new Budget(
                        from.value(RetryKeys.BUDGET_ENABLED),
                        from.value(RetryKeys.BUDGET_CAPACITY),
                        from.value(RetryKeys.BUDGET_DEPOSIT),
                        from.value(RetryKeys.BUDGET_REFILL_INTERVAL)),
                breaker(from),
                rateLimit(from),
                new IdempotencyKey(
                        from.value(CallKeys.IDEMPOTENCY_KEY_HEADER), from.value(CallKeys.IDEMPOTENCY_KEY_GENERATE)),
                from.value(CallKeys.ATTEMPT_HEADER).orElse(null),
                new Discard(from.value(CallKeys.DISCARD_MAX_DRAIN), from.value(CallKeys.DISCARD_MAX_TIME)),
                from.value(CallKeys.REPLAY_MAX_BODY),
                new ErrorPointers(
                        from.value(CallKeys.ERROR_CODE_POINTER).orElse(null),
                        from.value(CallKeys.ERROR_MESSAGE_POINTER).orElse(null),
                        from.value(CallKeys.ERROR_FIELDS_POINTER).orElse(null),
                        from.value(CallKeys.ERROR_REQUEST_ID_POINTER).orElse(null)));
    }

    private static Timeouts timeouts(Settings from) {
        Duration total = from.value(CallKeys.TIMEOUT_TOTAL);
        return new Timeouts(total, shorter(from.value(CallKeys.TIMEOUT_ATTEMPT), total));
    }

    private static Backoff backoff(Settings from) {
        Duration max = from.value(RetryKeys.BACKOFF_MAX);
        return new Backoff(
                shorter(from.value(RetryKeys.BACKOFF_INITIAL), max),
                from.value(RetryKeys.BACKOFF_MULTIPLIER),
                max,
                from.value(RetryKeys.BACKOFF_JITTER));
    }

    private static Breaker breaker(Settings from) {
        BreakerWindow window = from.value(GateKeys.BREAKER_WINDOW);
        int minimum = from.value(GateKeys.BREAKER_MINIMUM_CALLS);
        return new Breaker(
                from.value(GateKeys.BREAKER_ENABLED),
                from.value(GateKeys.BREAKER_FAILURE_RATE),
                window,
                window.duration() == null ? Math.min(minimum, window.calls()) : minimum,
                from.value(GateKeys.BREAKER_OPEN_FOR),
                from.value(GateKeys.BREAKER_HALF_OPEN_CALLS),
                from.value(GateKeys.BREAKER_SLOW_CALL_DURATION).orElse(null),
                from.value(GateKeys.BREAKER_SLOW_CALL_RATE),
                from.value(GateKeys.BREAKER_INSTANCE).orElse(null));
    }

    /** Half a limit, or one that an instance overrides, is none. */
    private static RateLimit rateLimit(Settings from) {
        Integer permits = from.value(GateKeys.RATE_PERMITS).orElse(null);
        Duration period = from.value(GateKeys.RATE_PERIOD).orElse(null);
        String instance = from.value(GateKeys.RATE_INSTANCE).orElse(null);
        boolean ours = permits != null && period != null && instance == null;
        return new RateLimit(
                ours ? permits : null,
                ours ? period : null,
                from.value(GateKeys.RATE_WINDOW),
                from.value(GateKeys.RATE_MARGIN),
                from.value(GateKeys.RATE_MAX_WAIT),
                instance);
    }

    /** Additional ones come before the default ones. */
    private static List<String> bodyPointers(List<String> written) {
        if (written.isEmpty()) {
            return written;
        }
        Set<String> all = new LinkedHashSet<>(written);
        all.addAll(RetryKeys.HINT_BODY_POINTERS.defaultValue());
        return List.copyOf(all);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
