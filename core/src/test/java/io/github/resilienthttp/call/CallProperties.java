// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Jitter;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class CallProperties {
    @Property(tries = 1500)
    void callsKeepTheirPromises(@ForAll("policies") Policy policy, @ForAll("actions") List<CallAction> actions) {
        CallWorld world = new CallWorld(policy);
        actions.forEach(world::take);
        world.end();
    }

    @Property(tries = 300)
    void anOutageIsNotMadeWorse(
            @ForAll @IntRange(min = 1, max = 20) int maxAttempts,
            @ForAll @IntRange(min = 1, max = 20) int capacity,
            @ForAll("outages") List<Outcome> outcomes,
            @ForAll @IntRange(max = 5_000) int pauseMillis) {
        CallScene scene = CallScene.with(settings -> settings.maxAttempts(maxAttempts)
                .budgetCapacity(capacity)
                .circuitBreakerEnabled(false)
                .timeoutTotal(Duration.ofMinutes(10)));
        long start = scene.time.nanos();
        int calls = 0;
        int sends = 0;
        Call call = scene.call();
        Step step = call.begin(FakeRequest.of("GET"));
        for (Outcome outcome : outcomes) {
            sends++;
            step = call.finished(((Step.Send) step).attempt(), outcome, true);
            if (step instanceof Step.Wait) {
                step = scene.pass(call, step);
            } else {
                call.close();
                calls++;
                scene.time.advance(Duration.ofMillis(pauseMillis));
                call = scene.call();
                step = call.begin(FakeRequest.of("GET"));
            }
        }
        call.close();
        long minutes = Duration.ofNanos(scene.time.nanos() - start).toMinutes();
        assertThat((long) sends).isLessThanOrEqualTo(calls + 1 + capacity + minutes);
    }

    @Provide
    Arbitrary<List<Outcome>> outages() {
        return Arbitraries.of(
                        CallScene.status(500),
                        CallScene.status(503),
                        CallScene.failure(FailureKind.BROKEN),
                        CallScene.failure(FailureKind.UNREACHABLE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }

    @Provide
    Arbitrary<List<CallAction>> actions() {
        Arbitrary<CallAction.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(CallAction.Kind.BEGIN_GET, CallAction.Kind.BEGIN_POST)),
                Tuple.of(3, Arbitraries.of(CallAction.Kind.WELL)),
                Tuple.of(4, Arbitraries.of(CallAction.Kind.TIME_PASSES)),
                Tuple.of(12, Arbitraries.of(CallAction.Kind.values())));
        Arbitrary<Integer> millis = Arbitraries.of(0, 1, 49, 50, 100, 400, 999, 1_000, 2_500, 6_000, 25_000);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 20), millis)
                .as(CallAction::new)
                .list()
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<UnaryOperator<PolicyBuilder>> calls = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(2, 8, 30),
                        Arbitraries.of(Jitter.values()),
                        Arbitraries.of("fail-fast", "backoff"),
                        Arbitraries.of("fail-fast", "retry"))
                .as((attempts, total, jitter, untold, unsafe) -> settings -> settings.maxAttempts(attempts)
                        .timeoutTotal(Duration.ofSeconds(total))
                        .timeoutAttempt(Duration.ofSeconds(Math.min(total, 4)))
                        .backoffJitter(jitter)
                        .set("throttle.without-hint", untold)
                        .set("throttle.unsafe-methods", unsafe));
        return Combinators.combine(calls, budgets(), breakers(), limits(), cooldowns())
                .as((call, budget, breaker, limit, cooldown) -> call.andThen(budget)
                        .andThen(breaker)
                        .andThen(limit)
                        .andThen(cooldown)
                        .apply(Policy.builder("api"))
                        .build());
    }

    private static Arbitrary<UnaryOperator<PolicyBuilder>> budgets() {
        return Arbitraries.integers()
                .between(0, 4)
                .map(capacity ->
                        settings -> capacity == 0 ? settings.budgetEnabled(false) : settings.budgetCapacity(capacity));
    }

    private static Arbitrary<UnaryOperator<PolicyBuilder>> breakers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 3))
                .as((calls, halfOpen) -> settings -> calls == 0
                        ? settings.circuitBreakerEnabled(false)
                        : settings.circuitBreakerWindow(BreakerWindow.calls(calls))
                                .circuitBreakerMinimumCalls(Math.min(calls, 2))
                                .circuitBreakerOpenFor(Duration.ofSeconds(1))
                                .circuitBreakerHalfOpenCalls(halfOpen));
    }

    private static Arbitrary<UnaryOperator<PolicyBuilder>> limits() {
        return Arbitraries.integers()
                .between(0, 4)
                .map(permits ->
                        settings -> permits == 0 ? settings : settings.rateLimit(permits, Duration.ofSeconds(1)));
    }

    private static Arbitrary<UnaryOperator<PolicyBuilder>> cooldowns() {
        return Combinators.combine(Arbitraries.integers().between(-1, 3), Arbitraries.of(0, 500, 5_000))
                .as((waiting, maxWait) -> settings -> waiting < 0
                        ? settings.cooldownEnabled(false)
                        : settings.cooldownMaxWaiting(waiting).cooldownMaxWait(Duration.ofMillis(maxWait)));
    }
}
