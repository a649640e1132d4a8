// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.List;
import java.util.stream.Stream;

/** What each key must take and refuse: its default, texts that are accepted unchanged, texts that are refused. */
record KeyCase(String key, String byDefault, List<String> accepted, List<String> refused) {
    private static final List<KeyCase> ALL = List.of(
            of("mode", "enforce", "observe|off", "Enforce|on|false"),
            of(
                    "origins",
                    "none",
                    "https://a.example|http://a.example:81, https://[::1]:8443",
                    "a.example|https://a.example/|,"),
            of("scope", "origin", "client|header:X-Key|path:1|path:10", "path:0|path:11|path:|header:|header:a b|host"),
            of("timeout.total", "30s", "8s|1d|30001ms", "9ms|86400001ms|8|-8s|PT0S|forever"),
            of("timeout.attempt", "8s", "10ms|30s", "9ms|2d|8 s"),
            of("retry.max-attempts", "3", "1|20", "0|21|-1|3.0|three|99999999999"),
            of(
                    "retry.statuses",
                    "5xx, !501, !505-508, !510, !511",
                    "503|408, 500-502|none|5xx, 404",
                    "4xx|429|2xx|600|50x|400-599"),
            of(
                    "retry.methods",
                    "GET, HEAD, OPTIONS, TRACE, PUT, DELETE, QUERY",
                    "GET|none|GET, PURGE",
                    "get|GET,,PUT|GET PUT"),
            of("backoff.initial", "100ms", "1ms|5s", "0s|61m|100"),
            of("backoff.multiplier", "2", "1|10|1.5", "0.9|10.1|-2|NaN|two"),
            of("backoff.max", "5s", "100ms|1d", "0s|25h"),
            of("backoff.jitter", "full", "equal|none", "FULL|half"),
            of("retry-after.max-wait", "20s", "0s|1d", "25h|none"),
            of("throttle.without-hint", "fail-fast", "backoff", "retry|failfast"),
            of("throttle.unsafe-methods", "retry", "fail-fast", "backoff"),
            of("hint.headers", "none", "X-Backoff|X-Backoff, X-Ms:ms", "X Backoff|X-Backoff:s|:ms"),
            of("hint.body-pointers", "/retryAfter, /retry_after, /error/retryAfter", "none", "retryAfter|/a~2|#/a|/a,"),
            of("cooldown.enabled", "true", "false", "TRUE|yes|0"),
            of("cooldown.max-wait", "5s", "0s|1d", "25h"),
            of("cooldown.max-waiting", "20", "0|10000", "-1|10001"),
            of("cooldown.max-hold", "32d", "1s|366d", "999ms|367d"),
            of("cooldown.on-quota-used", "true", "false", "no"),
            of("budget.enabled", "true", "false", "no"),
            of("budget.capacity", "10", "1|10000", "0|10001"),
            of("budget.deposit", "0.1", "0|1|0.25", "1.1|-0.1|.5"),
            of("budget.refill-interval", "1m", "1s|1d", "999ms|25h"),
            of("circuit-breaker.enabled", "true", "false", "no"),
            of("circuit-breaker.failure-rate", "50", "100|0.1", "0|100.1|%"),
            of("circuit-breaker.window", "100", "1|10000|1s|1h", "0|10001|1500ms|999ms|61m|-1"),
            of("circuit-breaker.minimum-calls", "20", "1|100", "0|10001"),
            of("circuit-breaker.open-for", "10s", "10ms|1d", "9ms|25h"),
            of("circuit-breaker.half-open-calls", "5", "1|1000", "0|1001"),
            of("circuit-breaker.slow-call-duration", "none", "1ms|1d", "0s|25h|never"),
            of("circuit-breaker.slow-call-rate", "100", "0.5", "0|101"),
            of("circuit-breaker.instance", "none", "gitHub (eu)", "a\u0007b"),
            of("rate-limit.permits", "none", "1|100000", "0|100001|many"),
            of("rate-limit.period", "none", "10ms|32d", "9ms|33d|60"),
            of("rate-limit.window", "sliding", "fixed", "aligned"),
            of("rate-limit.margin", "1%", "0%|100%|0s|1h", "101%|61m|1"),
            of("rate-limit.max-wait", "10s", "0s|1d", "25h"),
            of("rate-limit.instance", "none", "gitHub", "x".repeat(201)),
            of("idempotency-key.header", "Idempotency-Key", "X-Idem", "none|Host|Content-Length|a b|Ä"),
            of("idempotency-key.generate", "false", "true", "no"),
            of("attempt-header", "none", "X-Attempt", "Authorization|a:b|transfer-encoding"),
            of("discard.max-drain", "16KB", "0B|64MB|1000B", "65MB|16kb|-1|1.5KB"),
            of("discard.max-time", "250ms", "0s|1m", "61s"),
            of("replay.max-body", "1MB", "0B|1GB", "2GB|99999999999GB"),
            of("error.code-pointer", "none", "/error/code|/a~1b~0", "error|/~"),
            of("error.message-pointer", "none", "/detail", "$.detail"),
            of("error.fields-pointer", "none", "/detail/fields", "detail"),
            of("error.request-id-pointer", "none", "/meta/requestId", "meta"));

    private static KeyCase of(String key, String byDefault, String accepted, String refused) {
        return new KeyCase(key, byDefault, List.of(accepted.split("\\|")), List.of(refused.split("\\|")));
    }

    static Stream<KeyCase> all() {
        return ALL.stream();
    }

    /** A builder in which the key can take any of its values without a contradiction. */
    PolicyBuilder builder() {
        PolicyBuilder builder = Policy.builder("c");
        switch (key) {
            case "timeout.attempt" -> builder.set("timeout.total", "24h");
            case "backoff.initial" -> builder.set("backoff.max", "24h");
            case "rate-limit.permits" -> builder.set("rate-limit.period", "1m");
            case "rate-limit.period" -> builder.set("rate-limit.permits", "1");
            default -> {}
        }
        return builder;
    }

    PolicyKey<?> policyKey() {
        return PolicyKeys.find(key).orElseThrow();
    }

    @Override
    public String toString() {
        return key;
    }
}
