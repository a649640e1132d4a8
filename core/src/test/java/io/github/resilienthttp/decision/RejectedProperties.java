// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.HeaderLines;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.Policy.Throttle.UnsafeMethods;
import io.github.resilienthttp.policy.Policy.Throttle.WithoutHint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** A 4xx is never retried on the client's own initiative: no setting, header or body makes it so, only its name. */
class RejectedProperties {
    private static final List<String> TELLING_HEADERS = List.of(
            "x-ms-retry-after-ms",
            "retry-after-ms",
            "x-amz-retry-after",
            "grpc-retry-pushback-ms",
            "Retry-After",
            "RateLimit",
            "X-RateLimit-Reset",
            "X-RateLimit-Remaining",
            "x-should-retry");

    /** 4xx other than 429. */
    @Provide
    Arbitrary<Integer> clientErrors() {
        return Arbitraries.integers().between(400, 499).filter(status -> status != 429);
    }

    @Provide
    Arbitrary<Set<Integer>> names() {
        return clientErrors().set().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(WithoutHint.class),
                        Arbitraries.of(UnsafeMethods.class),
                        Arbitraries.of("0s", "20s", "24h"),
                        Arbitraries.of("true", "false"),
                        Arbitraries.of("none", "X-Back", "X-Back:ms"),
                        Arbitraries.of("GET", "GET, POST"))
                .as((named, withoutHint, unsafeMethods, maxWait, enabled, header, methods) ->
                        Deciding.policy(p -> p.retryStatuses("5xx"
                                        + named.stream().map(n -> ", " + n).collect(Collectors.joining()))
                                .throttleWithoutHint(withoutHint)
                                .throttleUnsafeMethods(unsafeMethods)
                                .maxAttempts(20)
                                .set("retry-after.max-wait", maxWait)
                                .set("cooldown.enabled", enabled)
                                .set("budget.enabled", enabled)
                                .set("circuit-breaker.enabled", enabled)
                                .set("idempotency-key.generate", enabled)
                                .set("retry.methods", methods)
                                .set("hint.headers", header)));
    }

    @Provide
    Arbitrary<ServerHint> hints() {
        Arbitrary<Long> delays = Arbitraries.longs().between(0, 100_000);
        return Arbitraries.oneOf(
                Arbitraries.just(ServerHint.none()),
                delays.map(millis -> ServerHint.after(millis, "retry-after")),
                delays.map(millis -> ServerHint.forbidden("x-should-retry", millis)));
    }

    @Provide
    Arbitrary<List<Map.Entry<String, String>>> headers() {
        return Combinators.combine(
                        Arbitraries.of(TELLING_HEADERS),
                        Arbitraries.of("0", "1", "3", "true", "false", "-1", "\"a\";r=0;t=2", "x"))
                .as(Map::entry)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 1_000)
    void whateverTheSettingsAndTheHint(
            @ForAll("clientErrors") int status,
            @ForAll("policies") Policy policy,
            @ForAll("hints") ServerHint hint,
            @ForAll boolean idempotent,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        for (Verdict verdict : Verdict.values()) {
            Decision decision = new RetryRules(policy).decide(verdict, status, hint, at(idempotent), random);
            if (!policy.retry().statuses().contains(status) || !idempotent) {
                assertThat(decision).as("%s", verdict).isInstanceOf(Decision.GiveUp.class);
            }
        }
    }

    @Property(tries = 1_000)
    void whateverTheHeaders(
            @ForAll("clientErrors") int status,
            @ForAll("policies") Policy policy,
            @ForAll("headers") List<Map.Entry<String, String>> headers) {
        ServerHint hint = new HintReader(policy.hint()).readHeaders(status, new HeaderLines(headers), Instant.EPOCH);
        Verdict verdict = Classifier.standard(Deciding.response(status));
        Decision decision = new RetryRules(policy).decide(verdict, status, hint, at(true), 0);
        if (!policy.retry().statuses().contains(status)) {
            assertThat(decision).isEqualTo(new Decision.GiveUp(Reason.REJECTED));
        } else if (hint.kind() == ServerHint.Kind.NONE) {
            assertThat(decision).isInstanceOf(Decision.Retry.class);
        }
    }

    @Property
    void theBreakerCountsEvery4xxAsASuccessNamedOrNot(@ForAll("clientErrors") int status) {
        Outcome outcome = Deciding.response(status);
        assertThat(Classifier.breakerMark(Classifier.standard(outcome), outcome))
                .isEqualTo(BreakerMark.SUCCESS);
    }

    private static Situation at(boolean idempotent) {
        return new Situation(1, idempotent, true, 3_600_000_000_000L, 0, 0);
    }
}
