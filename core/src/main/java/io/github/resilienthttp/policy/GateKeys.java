// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.policy.Policy.RateLimit;
import java.time.Duration;
import java.util.Optional;

/** The keys of what calls share: cool-down, circuit breaker and rate limit. */
final class GateKeys {
    static final PolicyKey<Boolean> COOLDOWN_ENABLED = PolicyKey.of(
            "cooldown.enabled",
            ValueTypes.BOOLEAN,
            "true",
            policy -> policy.cooldown().enabled(),
            "whether a hint keeps all calls of the scope from the server until its time");
    static final PolicyKey<Duration> COOLDOWN_MAX_WAIT = PolicyKey.of(
            "cooldown.max-wait",
            ValueTypes.duration("0s", "24h"),
            "5s",
            policy -> policy.cooldown().maxWait(),
            "how long a call waits for a closed scope at most; else it is refused at once");
    static final PolicyKey<Integer> COOLDOWN_MAX_WAITING = PolicyKey.of(
            "cooldown.max-waiting",
            ValueTypes.count(0, 10_000),
            "20",
            policy -> policy.cooldown().maxWaiting(),
            "how many calls wait for a closed scope at most");
    static final PolicyKey<Duration> COOLDOWN_MAX_HOLD = PolicyKey.of(
            "cooldown.max-hold",
            ValueTypes.duration("1s", "366d"),
            "32d",
            policy -> policy.cooldown().maxHold(),
            "how long a hint closes a scope at most");
    static final PolicyKey<Boolean> COOLDOWN_ON_QUOTA_USED = PolicyKey.of(
            "cooldown.on-quota-used",
            ValueTypes.BOOLEAN,
            "true",
            policy -> policy.cooldown().onQuotaUsed(),
            "whether a success whose RateLimit field says that nothing is left closes the scope too");
    static final PolicyKey<Boolean> BREAKER_ENABLED = PolicyKey.of(
            "circuit-breaker.enabled",
            ValueTypes.BOOLEAN,
            "true",
            policy -> policy.circuitBreaker().enabled(),
            "whether a scope that keeps failing is left alone for a while");
    static final PolicyKey<Double> BREAKER_FAILURE_RATE = PolicyKey.of(
            "circuit-breaker.failure-rate",
            ValueTypes.PERCENT,
            "50",
            policy -> policy.circuitBreaker().failureRate(),
            "the share of failures, in percent, from which on the breaker opens");
    static final PolicyKey<BreakerWindow> BREAKER_WINDOW = PolicyKey.of(
            "circuit-breaker.window",
            ValueTypes.BREAKER_WINDOW,
            "100",
            policy -> policy.circuitBreaker().window(),
            "over what it counts: the last calls, or the calls of the last while");
    static final PolicyKey<Integer> BREAKER_MINIMUM_CALLS = PolicyKey.of(
            "circuit-breaker.minimum-calls",
            ValueTypes.count(1, 10_000),
            "20",
            policy -> policy.circuitBreaker().minimumCalls(),
            "below how many calls it never opens; not above a window of calls, and where it is not set, cut to that");
    static final PolicyKey<Duration> BREAKER_OPEN_FOR = PolicyKey.of(
            "circuit-breaker.open-for",
            ValueTypes.duration("10ms", "24h"),
            "10s",
            policy -> policy.circuitBreaker().openFor(),
            "how long it stays open before it tries again");
    static final PolicyKey<Integer> BREAKER_HALF_OPEN_CALLS = PolicyKey.of(
            "circuit-breaker.half-open-calls",
            ValueTypes.count(1, 1_000),
            "5",
            policy -> policy.circuitBreaker().halfOpenCalls(),
            "how many calls it tries with");
    static final PolicyKey<Optional<Duration>> BREAKER_SLOW_CALL_DURATION = PolicyKey.of(
            "circuit-breaker.slow-call-duration",
            ValueTypes.duration("1ms", "24h").orNone(),
            "none",
            policy -> Optional.ofNullable(policy.circuitBreaker().slowCallDuration()),
            "from which duration on an attempt counts as slow");
    static final PolicyKey<Double> BREAKER_SLOW_CALL_RATE = PolicyKey.of(
            "circuit-breaker.slow-call-rate",
            ValueTypes.PERCENT,
            "100",
            policy -> policy.circuitBreaker().slowCallRate(),
            "the share of slow attempts, in percent, from which on the breaker opens");
    static final PolicyKey<Optional<String>> BREAKER_INSTANCE = PolicyKey.of(
            "circuit-breaker.instance",
            ValueTypes.INSTANCE.orNone(),
            "none",
            policy -> Optional.ofNullable(policy.circuitBreaker().instance()),
            "the circuit breaker of the application's own Resilience4j configuration that is used instead");
    static final PolicyKey<Optional<Integer>> RATE_PERMITS = PolicyKey.of(
            "rate-limit.permits",
            ValueTypes.count(1, 100_000).orNone(),
            "none",
            policy -> Optional.ofNullable(policy.rateLimit().permits()),
            "how many attempts are sent in a period at most; goes with rate-limit.period");
    static final PolicyKey<Optional<Duration>> RATE_PERIOD = PolicyKey.of(
            "rate-limit.period",
            ValueTypes.duration("10ms", "32d").orNone(),
            "none",
            policy -> Optional.ofNullable(policy.rateLimit().period()),
            "the period that rate-limit.permits are for");
    static final PolicyKey<RateLimit.Window> RATE_WINDOW = PolicyKey.of(
            "rate-limit.window",
            ValueTypes.oneOf(RateLimit.Window.class),
            "sliding",
            policy -> policy.rateLimit().window(),
            "whether the limit holds for every window of that length or for aligned ones (Resilience4j's own)");
    static final PolicyKey<RateMargin> RATE_MARGIN = PolicyKey.of(
            "rate-limit.margin",
            ValueTypes.RATE_MARGIN,
            "1%",
            policy -> policy.rateLimit().margin(),
            "what is added to the period for the way to the server; a share counts as at least 20ms");
    static final PolicyKey<Duration> RATE_MAX_WAIT = PolicyKey.of(
            "rate-limit.max-wait",
            ValueTypes.duration("0s", "24h"),
            "10s",
            policy -> policy.rateLimit().maxWait(),
            "how long an attempt waits for a permit at most");
    static final PolicyKey<Optional<String>> RATE_INSTANCE = PolicyKey.of(
            "rate-limit.instance",
            ValueTypes.INSTANCE.orNone(),
            "none",
            policy -> Optional.ofNullable(policy.rateLimit().instance()),
            "the rate limiter of the application's own Resilience4j configuration that is used instead");

    private GateKeys() {}
}
