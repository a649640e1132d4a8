// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.policy.Policy.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The keys that say what is sent again, when, and what that may cost. */
final class RetryKeys {
    static final PolicyKey<Integer> MAX_ATTEMPTS = PolicyKey.of(
            "retry.max-attempts",
            ValueTypes.count(1, 20),
            "3",
            policy -> policy.retry().maxAttempts(),
            "how often a request is sent at most, the first time included; 1 never repeats");
    static final PolicyKey<StatusSet> STATUSES = PolicyKey.of(
            "retry.statuses",
            ValueTypes.STATUSES,
            "5xx, !501, !505-508, !510, !511",
            policy -> policy.retry().statuses(),
            "the statuses after which an idempotent request is sent again");
    static final PolicyKey<Set<String>> METHODS = PolicyKey.of(
            "retry.methods",
            ValueTypes.METHOD.set(),
            "GET, HEAD, OPTIONS, TRACE, PUT, DELETE, QUERY",
            policy -> policy.retry().methods(),
            "the methods that count as idempotent without a mark");
    static final PolicyKey<Duration> BACKOFF_INITIAL = PolicyKey.of(
            "backoff.initial",
            ValueTypes.duration("1ms", "1h"),
            "100ms",
            policy -> policy.backoff().initial(),
            "the longest wait before the second attempt; not above backoff.max, and where it is not set, cut to that");
    static final PolicyKey<Double> BACKOFF_MULTIPLIER = PolicyKey.of(
            "backoff.multiplier",
            ValueTypes.decimal(1, 10),
            "2",
            policy -> policy.backoff().multiplier(),
            "by what the longest wait grows with each attempt");
    static final PolicyKey<Duration> BACKOFF_MAX = PolicyKey.of(
            "backoff.max",
            ValueTypes.duration("1ms", "24h"),
            "5s",
            policy -> policy.backoff().max(),
            "what the wait never grows beyond");
    static final PolicyKey<Jitter> BACKOFF_JITTER = PolicyKey.of(
            "backoff.jitter",
            ValueTypes.oneOf(Jitter.class),
            "full",
            policy -> policy.backoff().jitter(),
            "how the wait is spread: anywhere below the longest, in its upper half, or not at all");
    static final PolicyKey<Duration> RETRY_AFTER_MAX_WAIT = PolicyKey.of(
            "retry-after.max-wait",
            ValueTypes.duration("0s", "24h"),
            "20s",
            Policy::retryAfterMaxWait,
            "the longest wait that a server may ask for; where it asks for more, the call ends at once");
    static final PolicyKey<Throttle.WithoutHint> THROTTLE_WITHOUT_HINT = PolicyKey.of(
            "throttle.without-hint",
            ValueTypes.oneOf(Throttle.WithoutHint.class),
            "fail-fast",
            policy -> policy.throttle().withoutHint(),
            "what a 429 does that does not say when to come back; backoff repeats idempotent requests, from 1s on");
    static final PolicyKey<Throttle.UnsafeMethods> THROTTLE_UNSAFE_METHODS = PolicyKey.of(
            "throttle.unsafe-methods",
            ValueTypes.oneOf(Throttle.UnsafeMethods.class),
            "retry",
            policy -> policy.throttle().unsafeMethods(),
            "whether a 429 with a hint repeats requests that are not idempotent too");
    static final PolicyKey<List<HintHeader>> HINT_HEADERS = PolicyKey.of(
            "hint.headers",
            ValueTypes.HINT_HEADER.list(),
            "none",
            policy -> policy.hint().headers(),
            "further headers that say when to come back");
    static final PolicyKey<List<String>> HINT_BODY_POINTERS = PolicyKey.of(
            "hint.body-pointers",
            ValueTypes.POINTER.list(),
            "/retryAfter, /retry_after, /error/retryAfter",
            policy -> policy.hint().bodyPointers(),
            "where the body of a 429 or 5xx says when to come back; looked at before the default ones, none reads"
                    + " none");
    static final PolicyKey<Boolean> BUDGET_ENABLED = PolicyKey.of(
            "budget.enabled",
            ValueTypes.BOOLEAN,
            "true",
            policy -> policy.budget().enabled(),
            "whether extra attempts are paid from a budget that successes earn");
    static final PolicyKey<Integer> BUDGET_CAPACITY = PolicyKey.of(
            "budget.capacity",
            ValueTypes.count(1, 10_000),
            "10",
            policy -> policy.budget().capacity(),
            "how many extra attempts the budget holds, and starts with");
    static final PolicyKey<Double> BUDGET_DEPOSIT = PolicyKey.of(
            "budget.deposit",
            ValueTypes.decimal(0, 1),
            "0.1",
            policy -> policy.budget().deposit(),
            "which part of an extra attempt a success earns");
    static final PolicyKey<Duration> BUDGET_REFILL_INTERVAL = PolicyKey.of(
            "budget.refill-interval",
            ValueTypes.duration("1s", "24h"),
            "1m",
            policy -> policy.budget().refillInterval(),
            "after how long the budget gains one extra attempt without any success");

    private RetryKeys() {}
}
