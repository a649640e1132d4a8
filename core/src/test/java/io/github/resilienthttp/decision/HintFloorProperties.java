// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static io.github.resilienthttp.decision.Deciding.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** A hint is a floor: never early by a nanosecond, spread upward only, given up where it does not fit. */
class HintFloorProperties {
    private static final long DAY_MILLIS = 86_400_000;

    @Provide
    Arbitrary<Policy> policies() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, DAY_MILLIS),
                        Arbitraries.longs().between(1, 3_600_000),
                        Arbitraries.of("full", "equal", "none"),
                        Arbitraries.of("true", "false"))
                .as((maxWait, initial, jitter, cooldown) ->
                        Deciding.policy(p -> p.set("retry-after.max-wait", maxWait + "ms")
                                .set("backoff.initial", initial + "ms")
                                .set("backoff.max", "24h")
                                .set("backoff.jitter", jitter)
                                .set("cooldown.enabled", cooldown)
                                .set("retry.max-attempts", "20")));
    }

    @Provide
    Arbitrary<Long> hints() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 60_000),
                Arbitraries.longs().between(0, DAY_MILLIS),
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.just(Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 19),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-SECOND, 60 * SECOND),
                                Arbitraries.longs().between(0, 2 * DAY_MILLIS * MILLI),
                                Arbitraries.longs()))
                .as((attempt, remaining) -> new Situation(attempt, true, true, remaining, 0, 0));
    }

    @Property(tries = 1_000)
    void aRetryIsNeverEarlyNeverTooLateAndNeverBeyondTheJitter(
            @ForAll("policies") Policy policy,
            @ForAll("hints") long millis,
            @ForAll("situations") Situation now,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Decision decision = decide(policy, millis, now, random);
        if (decision instanceof Decision.GiveUp) {
            return;
        }
        Decision.Retry retry = (Decision.Retry) decision;
        long floor = Math.multiplyExact(millis, MILLI);
        long own = new Backoff(policy.backoff()).nanos(now.attempt(), random);
        assertThat(retry.delayNanos()).isGreaterThanOrEqualTo(Math.max(floor, own));
        assertThat(Math.subtractExact(now.remainingNanos(), retry.delayNanos())).isGreaterThanOrEqualTo(50 * MILLI);
        assertThat(retry.delayNanos()).isLessThanOrEqualTo(Math.max(own, floor + Math.min(floor / 10, SECOND)));
        assertThat(retry.source())
                .isEqualTo(retry.delayNanos() == own && own > floor ? WaitSource.BACKOFF : WaitSource.HINT);
        assertThat(retry.free()).isEqualTo(millis >= 1_000 && policy.cooldown().enabled());
    }

    @Property(tries = 1_000)
    void aHintThatFitsIsFollowedWhateverTheJitterAndOneThatDoesNotIsGivenUp(
            @ForAll("policies") Policy policy,
            @ForAll("hints") long millis,
            @ForAll("situations") Situation now,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Decision decision = decide(policy, millis, now, random);
        if (millis > policy.retryAfterMaxWait().toMillis()) {
            assertThat(decision).isEqualTo(new Decision.GiveUp(Reason.HINT_TOO_LONG));
            return;
        }
        long needed = Math.max(millis * MILLI, new Backoff(policy.backoff()).nanos(now.attempt(), random)) + 50 * MILLI;
        if (needed > now.remainingNanos()) {
            assertThat(decision).isEqualTo(new Decision.GiveUp(Reason.DEADLINE));
        } else {
            assertThat(decision).isInstanceOf(Decision.Retry.class);
        }
    }

    /** Records made by hand may hold what configuration refuses. */
    @Property
    void noHintOverflowsUnderAnyLongestWait(
            @ForAll("hints") long millis, @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Policy endless = waitingFor(Duration.ofMillis(Long.MAX_VALUE));
        Decision decision = decide(endless, millis, new Situation(1, true, true, Long.MAX_VALUE, 0, 0), random);
        if (decision instanceof Decision.Retry retry) {
            assertThat(retry.delayNanos()).isGreaterThanOrEqualTo(Math.multiplyExact(millis, MILLI));
        } else {
            assertThat(decision).isEqualTo(new Decision.GiveUp(Reason.HINT_TOO_LONG));
            assertThat(millis).isGreaterThan(292L * 365 * DAY_MILLIS);
        }
    }

    private static Policy waitingFor(Duration longest) {
        Policy like = Deciding.policy(p -> p);
        return new Policy(
                like.client(),
                like.mode(),
                like.origins(),
                like.scope(),
                like.timeout(),
                like.retry(),
                like.backoff(),
                longest,
                like.throttle(),
                like.hint(),
                like.cooldown(),
                like.budget(),
                like.circuitBreaker(),
                like.rateLimit(),
                like.idempotencyKey(),
                like.attemptHeader(),
                like.discard(),
                like.replayMaxBody(),
                like.error());
    }

    private static Decision decide(Policy policy, long millis, Situation now, double random) {
        return new RetryRules(policy)
                .decide(Verdict.THROTTLED, 429, ServerHint.after(millis, "retry-after"), now, random);
    }
}
