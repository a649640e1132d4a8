// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.gate.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallClosingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static int available(CallScene scene) {
        return scene.registries
                .limiters()
                .find("api|https://api.example")
                .map(RateLimiter::getMetrics)
                .orElseThrow()
                .getAvailablePermissions();
    }

    @Test
    void anAttemptWhoseEndNobodyTellsKeepsItsRatePermit() {
        CallScene scene = CallScene.with(settings -> settings.rateLimit(3, SECOND));
        scene.sent("GET").close();
        assertThat(available(scene)).isEqualTo(2);
    }

    @Test
    void anAttemptWhoseEndNobodyTellsIsInTheReport() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        call.close();
        assertThat(call.report().attempts()).extracting(AttemptReport::verdict).containsExactly(Verdict.ENDED);
        assertThat(call.report().outcome()).isEqualTo(CallOutcome.FAILED);
        assertThat(call.report().reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void aCallThatNeverBeganEndsWithoutAReport() {
        CallScene scene = CallScene.withDefaults();
        scene.call().close();
        assertThat(scene.ended).isEmpty();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        call.finished(1, status(200), true);
        call.close();
        call.close();
        assertThat(scene.ended).hasSize(1);
        assertThat(scene.client.scopes().all()).extracting(Scope::active).containsExactly(0);
    }

    @Test
    void aHopWhoseScopeCannotBeMadeLeavesTheLastOneOnce() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        assertDeliver(call.finished(1, status(302), true));
        scene.registries.breakers().circuitBreaker("api|https://taken.example");
        assertThatThrownBy(() -> call.begin(FakeRequest.of("GET").to("taken.example")))
                .isInstanceOf(IllegalArgumentException.class);
        call.close();
        assertThat(scene.client.scopes().all()).extracting(Scope::active).containsExactly(0);
        scene.success();
    }

    @Test
    void aHalfOpenBreakerWithoutRoomNamesNoInstant() {
        CallScene scene = CallScene.with(
                settings -> settings.circuitBreakerMinimumCalls(2).circuitBreakerHalfOpenCalls(1));
        scene.once(status(500));
        scene.once(status(500));
        scene.time.advance(Duration.ofSeconds(11));
        Call trial = scene.sent("GET");
        Call other = scene.call();
        CallRefusedException refusal = assertRefused(other.begin(FakeRequest.of("GET")), Reason.CIRCUIT_OPEN);
        assertThat(refusal.notBefore()).isNull();
        other.close();
        assertThat(other.report().notBefore()).isNull();
        trial.close();
        Call next = scene.sent("GET");
        next.close();
    }

    @Test
    void anIsolatedScopeNamesNoInstant() {
        CallScene scene = CallScene.withDefaults();
        scene.success();
        scene.client.scopes().all().forEach(Scope::isolate);
        Call call = scene.call();
        assertThat(assertRefused(call.begin(FakeRequest.of("GET")), Reason.CIRCUIT_OPEN)
                        .notBefore())
                .isNull();
        call.close();
    }

    @Test
    void aWaitThatIsAbandonedGivesItsPlaceBack() {
        CallScene scene = CallScene.with(settings -> settings.rateLimit(1, SECOND));
        scene.success();
        Call call = scene.call();
        assertThat(call.begin(FakeRequest.of("GET"))).isInstanceOf(Step.Wait.class);
        assertThat(available(scene)).isEqualTo(-1);
        call.close();
        assertThat(available(scene)).isZero();
        assertThat(call.report().outcome()).isEqualTo(CallOutcome.REFUSED);
        assertThat(call.report().attempts()).isEmpty();
    }

    @Test
    void whatWasNeverSentGivesItsPlaceBack() {
        CallScene scene =
                CallScene.with(settings -> settings.rateLimit(3, SECOND).maxAttempts(1));
        scene.once(failure(FailureKind.UNREACHABLE));
        assertThat(available(scene)).isEqualTo(3);
        scene.once(failure(FailureKind.BROKEN));
        assertThat(available(scene)).isEqualTo(2);
        assertSend(scene.call().begin(FakeRequest.of("GET")), 1);
    }
}
