// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.policy.BreakerWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that meet what other calls have left behind. */
class CallGateTest {
    private static final FakeRequest GET = FakeRequest.of("GET");

    private static CallScene quickBreaker() {
        return CallScene.with(builder -> builder.circuitBreakerMinimumCalls(2)
                .circuitBreakerWindow(new BreakerWindow(2, null))
                .circuitBreakerHalfOpenCalls(1)
                .circuitBreakerOpenFor(Duration.ofSeconds(10)));
    }

    private static void trip(CallScene scene) {
        scene.once(status(500));
        scene.once(status(500));
    }

    @Test
    void aClosedScopeMakesAShortWaitOfASecondCall() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(503, "Retry-After", "3"));

        Call second = scene.call();
        Step wait = second.begin(GET);
        scene.assertWait(wait, Duration.ofSeconds(3), WaitSource.COOLDOWN);
        assertSend(scene.pass(second, wait), 1);
        assertDeliver(second.finished(1, status(200), true));
        second.close();

        assertThat(second.report().attempts().get(0).waitBeforeNanos())
                .isEqualTo(Duration.ofSeconds(3).toNanos());
        scene.success();
    }

    @Test
    void whenItReopensOneGoesFirstAndItsAnswerLetsTheOthersFollow() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(503, "Retry-After", "3"));
        Call probe = scene.call();
        Call follower = scene.call();
        probe.begin(GET);
        follower.begin(GET);
        List<String> woken = new ArrayList<>();
        follower.onWake(() -> woken.add("follower"));

        scene.time.advance(Duration.ofSeconds(3));
        assertSend(probe.resumed(), 1);
        assertThat(follower.resumed()).isInstanceOf(Step.Wait.class);
        assertThat(woken).isEmpty();
        assertDeliver(probe.finished(1, status(200), true));
        probe.close();

        assertThat(woken).containsExactly("follower");
        assertThat(follower.awake()).isTrue();
        assertSend(follower.resumed(), 1);
        assertDeliver(follower.finished(1, status(200), true));
        follower.close();
    }

    @Test
    void aProbeThatIsCancelledHandsItsRoleOn() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(503, "Retry-After", "3"));
        Call probe = scene.call();
        Call follower = scene.call();
        probe.begin(GET);
        follower.begin(GET);
        scene.time.advance(Duration.ofSeconds(3));
        assertSend(probe.resumed(), 1);
        follower.resumed();

        probe.cancel();
        probe.finished(1, failure(FailureKind.ENDED), true);
        probe.close();

        assertThat(reasonOf(probe)).isEqualTo(Reason.CANCELLED);
        assertThat(follower.awake()).isTrue();
        assertSend(follower.resumed(), 1);
        follower.close();
    }

    @Test
    void anOpenBreakerRefusesAtOnceAndSaysWhen() {
        CallScene scene = quickBreaker();
        trip(scene);

        Call call = scene.call();
        CallRefusedException refusal = assertRefused(call.begin(GET), Reason.CIRCUIT_OPEN);
        call.close();

        assertThat(refusal.notBefore())
                .isEqualTo(scene.time.now().plusSeconds(10).plusMillis(1));
    }

    @Test
    void aRetryThatTheBreakerWouldRefuseIsNotMade() {
        CallScene scene = quickBreaker();
        scene.once(status(500));
        Call call = scene.sent("GET");

        assertDeliver(call.finished(1, status(500), true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(call.report().notBefore())
                .isEqualTo(scene.time.now().plusSeconds(10).plusMillis(1));
    }

    @Test
    void anAnswerIsNotGivenAwayForARetryThatTheRateLimitWouldRefuse() {
        CallScene scene = CallScene.with(builder -> builder.rateLimit(1, Duration.ofMinutes(1)));
        Call call = scene.sent("GET");

        assertDeliver(call.finished(1, status(503), true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.RATE_LIMITED);
        assertThat(call.report().notBefore()).isAfterOrEqualTo(scene.time.now().plusSeconds(60));
    }

    @Test
    void aRetryWaitsForTheRateLimitWhereThatIsSoonEnough() {
        CallScene scene = CallScene.with(builder -> builder.rateLimit(1, Duration.ofSeconds(5)));
        Call call = scene.sent("GET");

        assertThat(call.finished(1, status(503), true)).isInstanceOf(Step.Wait.class);
        scene.time.advance(Duration.ofSeconds(1));
        assertThat(call.resumed()).isInstanceOfSatisfying(Step.Wait.class, wait -> assertThat(wait.source())
                .isEqualTo(WaitSource.RATE_LIMIT));
        call.close();
    }

    @Test
    void anOutcomeThatBeganBeforeTheBreakerTrippedDoesNotCountWhenItIsHalfOpen() {
        CallScene scene = quickBreaker();
        Call stale = scene.sent("GET");
        trip(scene);
        scene.time.advance(Duration.ofSeconds(10).plusMillis(1));
        Call probe = scene.sent("GET");

        stale.finished(1, status(200), true);
        stale.close();

        assertRefused(scene.call().begin(GET), Reason.CIRCUIT_OPEN);
        probe.finished(1, status(200), true);
        probe.close();
        scene.success();
    }

    @Test
    void aHalfOpenPermitComesBackOnEveryPath() {
        CallScene scene = quickBreaker();
        trip(scene);
        scene.time.advance(Duration.ofSeconds(10).plusMillis(1));

        scene.once(failure(FailureKind.LOCAL));
        scene.once(failure(FailureKind.INVALID_REQUEST));
        Call cancelled = scene.sent("GET");
        cancelled.cancel();
        cancelled.finished(1, failure(FailureKind.BROKEN), true);
        cancelled.close();
        Call forgotten = scene.sent("GET");
        forgotten.close();

        scene.success();
        scene.success();
    }

    @Test
    void anAnswerThatIsNeutralLetsAHalfOpenBreakerClose() {
        CallScene scene = quickBreaker();
        trip(scene);
        scene.time.advance(Duration.ofSeconds(10).plusMillis(1));

        scene.once(status(429));

        assertThat(scene.client.scopes().all())
                .extracting(scope -> scope.state(0).circuit())
                .containsExactly(CircuitState.CLOSED);
    }

    @Test
    void aRateLimitIsWaitedForAndTheWaitIsSaid() {
        CallScene scene = CallScene.with(builder -> builder.rateLimit(1, Duration.ofSeconds(4)));
        scene.success();

        Call second = scene.call();
        Step wait = second.begin(GET);

        scene.assertWait(wait, Duration.ofMillis(4040), WaitSource.RATE_LIMIT);
        assertSend(scene.pass(second, wait), 1);
        second.close();
    }

    @Test
    void aWaitForARatePermitThatIsTooLongIsRefused() {
        CallScene scene = CallScene.with(builder -> builder.rateLimit(1, Duration.ofSeconds(60)));
        scene.success();

        Call second = scene.call();
        CallRefusedException refusal = assertRefused(second.begin(GET), Reason.RATE_LIMITED);
        second.close();

        assertThat(refusal.notBefore()).isEqualTo(scene.time.now().plusMillis(60_600));
    }

    @Test
    void aPermitOfACallThatWasNeverSentComesBack() {
        CallScene scene = CallScene.with(builder -> builder.maxAttempts(1).rateLimit(1, Duration.ofSeconds(60)));

        Call refused = scene.sent("GET");
        assertDeliver(refused.finished(1, failure(FailureKind.UNREACHABLE), true));
        refused.close();

        scene.success();
    }

    @Test
    void aWaitForARatePermitThatIsCancelledGivesItsPlaceBack() {
        CallScene scene = CallScene.with(builder -> builder.rateLimit(1, Duration.ofSeconds(4)));
        scene.success();
        Call cancelled = scene.call();
        cancelled.begin(GET);
        cancelled.cancel();
        assertRefused(cancelled.resumed(), Reason.CANCELLED);
        cancelled.close();

        Step wait = scene.call().begin(GET);
        scene.assertWait(wait, Duration.ofMillis(4040), WaitSource.RATE_LIMIT);
    }

    @Test
    void aSuccessWithNothingLeftClosesTheScope() {
        CallScene scene = CallScene.withDefaults();
        Call first = scene.sent("GET");
        first.finished(1, status(200, "RateLimit", "\"default\";r=0;t=4"), true);
        first.close();

        Call second = scene.call();
        scene.assertWait(second.begin(GET), Duration.ofSeconds(4), WaitSource.COOLDOWN);
        second.close();
    }

    @Test
    void aCachedSuccessWithNothingLeftClosesNothing() {
        CallScene scene = CallScene.withDefaults();
        Call first = scene.sent("GET");
        first.finished(1, status(200, "RateLimit", "\"default\";r=0;t=4", "Age", "1"), true);
        first.close();

        scene.success();
    }

    @Test
    void anEmptyBudgetDeliversWhatIsAtHand() {
        CallScene scene = CallScene.with(builder -> builder.budgetCapacity(1).circuitBreakerEnabled(false));
        Call first = scene.sent("GET");
        first.finished(1, status(500), true);
        first.close();
        Call second = scene.sent("GET");

        assertDeliver(second.finished(1, status(500), true));
        second.close();

        assertThat(reasonOf(second)).isEqualTo(Reason.BUDGET_EXHAUSTED);
    }

    @Test
    void afterAllThatNobodyIsLeftInAnyScope() {
        CallScene scene = quickBreaker();
        trip(scene);
        Call refused = scene.call();
        refused.begin(GET);
        refused.close();
        refused.close();

        assertThat(scene.client.scopes().all()).allMatch(scope -> scope.active() == 0);
        assertThat(scene.client.scopes().all()).extracting(Scope::label).containsExactly("https://api.example");
    }
}
