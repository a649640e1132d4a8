// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallHopTest {
    private static final FakeRequest FIRST = FakeRequest.of("GET");

    @Test
    void hopsAreNoAttemptsButShareThem() {
        CallScene scene = CallScene.with(builder -> builder.maxAttempts(2));
        Call call = scene.call();
        call.begin(FIRST);
        Step wait = call.finished(1, status(503), true);
        scene.pass(call, wait);
        assertDeliver(call.finished(2, status(302), true));

        assertSend(call.begin(FIRST.to("other.example")), 2);
        assertDeliver(call.finished(2, status(503), true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        assertThat(call.report().attempts()).extracting(AttemptReport::status).containsExactly(503, 302, 503);
        assertThat(call.report().scope()).isEqualTo("https://other.example");
    }

    @Test
    void hopsShareTheDeadline() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(CallOptions.NONE.withDeadline(Duration.ofSeconds(1)));
        call.begin(FIRST);
        scene.time.advance(Duration.ofMillis(999));
        call.finished(1, status(302), true);

        call.begin(FIRST.to("other.example"));
        assertThat(call.attemptTimeoutNanos()).isEqualTo(1_000_000);
        call.close();
    }

    @Test
    void aCallThatWasRedirectedAndWentWellIsASuccess() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call();
        call.begin(FIRST);
        call.finished(1, status(302), true);
        call.begin(FIRST.to("other.example"));
        call.finished(1, status(200), true);
        call.close();

        assertThat(call.report().outcome()).isEqualTo(CallOutcome.SUCCESS);
        assertThat(scene.ended).hasSize(1);
    }

    @Test
    void aRedirectThatAsksForPatienceIsFollowedNoEarlier() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call();
        call.begin(FIRST);
        call.finished(1, status(302, "Retry-After", "2"), true);

        Step wait = call.begin(FIRST.to("other.example"));

        scene.assertWait(wait, Duration.ofSeconds(2), WaitSource.HINT);
        assertSend(scene.pass(call, wait), 1);
        call.close();
    }

    @Test
    void aRedirectThatAsksForTooMuchPatienceIsNotFollowed() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call();
        call.begin(FIRST);
        call.finished(1, status(302, "Retry-After", "3600"), true);

        assertRefused(call.begin(FIRST.to("other.example")), Reason.HINT_TOO_LONG);
        call.close();
    }

    @Test
    void aClientThatThrowsAfterARedirectHasFailed() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call();
        call.begin(FIRST);
        call.finished(1, status(302), true);

        call.thrown();
        call.close();

        assertThat(call.report().outcome()).isEqualTo(CallOutcome.FAILED);
        assertThat(reasonOf(call)).isEqualTo(Reason.PERMANENT);
    }

    @Test
    void aClientThatThrowsHasNothingToAddToAFailure() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("POST");
        call.finished(1, status(503), true);

        call.thrown();
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.NOT_IDEMPOTENT);
    }

    @Test
    void eachHopUsesTheScopeOfItsOwnOrigin() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(429, "Retry-After", "600"));
        Call call = scene.call();

        assertSend(call.begin(FIRST.to("other.example")), 1);
        call.finished(1, status(302), true);
        assertRefused(call.begin(FIRST), Reason.COOLING_DOWN);
        call.close();

        assertThat(scene.client.scopes().all()).allMatch(scope -> scope.active() == 0);
    }

    @Test
    void aRedirectThatAsksForAllThePatienceThereIsIsFollowed() {
        CallScene scene = CallScene.with(
                settings -> settings.set("retry-after.max-wait", "20s").timeoutTotal(Duration.ofSeconds(30)));
        Call call = scene.call();
        call.begin(FIRST);
        call.finished(1, status(302, "Retry-After", "20"), true);

        scene.assertWait(call.begin(FIRST.to("other.example")), Duration.ofSeconds(20), WaitSource.HINT);
        call.close();
    }

    @Test
    void aRedirectThatLeavesNoTimeForAnAttemptIsNotFollowed() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(CallOptions.NONE.withDeadline(Duration.ofMillis(2_049)));
        call.begin(FIRST);
        call.finished(1, status(302, "Retry-After", "2"), true);
        CallRefusedException refusal = assertRefused(call.begin(FIRST.to("other.example")), Reason.DEADLINE);
        assertThat(refusal.notBefore()).isEqualTo(scene.time.now().plusSeconds(2));
        call.close();

        Call patient = scene.call(CallOptions.NONE.withDeadline(Duration.ofMillis(2_050)));
        patient.begin(FIRST);
        patient.finished(1, status(302, "Retry-After", "2"), true);
        assertSend(scene.pass(patient, patient.begin(FIRST.to("other.example"))), 1);
        patient.close();
    }
}
