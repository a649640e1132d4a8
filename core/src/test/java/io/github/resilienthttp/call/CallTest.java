// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void aSuccessAtOnceIsDelivered() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");

        assertDeliver(call.finished(1, status(200), true));
        call.close();

        CallReport report = call.report();
        assertThat(report.outcome()).isEqualTo(CallOutcome.SUCCESS);
        assertThat(report.reason()).isEqualTo(Reason.SUCCESS);
        assertThat(report.attempts()).hasSize(1);
        assertThat(scene.ended).containsExactly(report);
    }

    @Test
    void aTransientErrorIsSentAgainAfterTheBackoff() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");

        Step wait = call.finished(1, status(503), true);
        scene.assertWait(wait, Duration.ofMillis(50), WaitSource.BACKOFF);
        assertSend(scene.pass(call, wait), 2);
        assertDeliver(call.finished(2, status(200), true));
        call.close();

        CallReport report = call.report();
        assertThat(report.outcome()).isEqualTo(CallOutcome.RECOVERED);
        assertThat(report.reason()).isEqualTo(Reason.RECOVERED);
        assertThat(report.attempts()).extracting(AttemptReport::status).containsExactly(503, 200);
        assertThat(report.attempts())
                .extracting(AttemptReport::decision)
                .containsExactly(AttemptDecision.RETRY, AttemptDecision.DELIVER);
        assertThat(report.attempts().get(1).waitBeforeNanos()).isEqualTo(50_000_000);
        assertThat(report.attempts().get(1).waitBeforeSource()).isEqualTo(WaitSource.BACKOFF);
    }

    @Test
    void aPostIsNotSentTwiceAfterItMayHaveArrived() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("POST");

        assertDeliver(call.finished(1, failure(FailureKind.BROKEN), true));
        call.close();

        assertThat(call.report().reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
    }

    @Test
    void aPostThatWasNeverSentIsSentAgain() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("POST");

        Step wait = call.finished(1, failure(FailureKind.UNREACHABLE), true);

        assertSend(scene.pass(call, wait), 2);
        call.close();
    }

    @Test
    void aMonthlyQuotaClosesTheScopeAndLaterCallsAreRefusedWithTheInstant() {
        CallScene scene = CallScene.withDefaults();
        Call first = scene.sent("GET");

        assertDeliver(first.finished(1, status(429, "Retry-After", "2592000"), true));
        first.close();
        assertThat(first.report().reason()).isEqualTo(Reason.HINT_TOO_LONG);

        scene.time.advance(Duration.ofDays(1));
        Call second = scene.call();
        CallRefusedException refusal = assertRefused(second.begin(FakeRequest.of("GET")), Reason.COOLING_DOWN);
        second.close();

        Instant expected = Instant.parse("2026-01-31T00:00:00Z");
        assertThat(refusal.notBefore()).isEqualTo(expected);
        assertThat(first.report().notBefore()).isEqualTo(expected);
        assertThat(second.report().outcome()).isEqualTo(CallOutcome.REFUSED);
    }

    @Test
    void aTotalOutageCostsItsCallsAndTheBudget() {
        CallScene scene = CallScene.with(builder -> builder.circuitBreakerEnabled(false));
        int requests = 0;
        for (int n = 0; n < 300; n++) {
            Call call = scene.call();
            Step step = call.begin(FakeRequest.of("GET"));
            while (!(step instanceof Step.Deliver)) {
                if (step instanceof Step.Send send) {
                    requests++;
                    step = call.finished(send.attempt(), status(500), true);
                } else {
                    step = scene.pass(call, step);
                }
            }
            call.close();
        }
        assertThat(requests).isEqualTo(310);
    }

    @Test
    void aResponseGivenUpForARetryIsToldByTheRefusalThatFollows() {
        CallScene scene = CallScene.with(
                builder -> builder.timeoutTotal(Duration.ofSeconds(2)).timeoutAttempt(Duration.ofSeconds(2)));
        Call call = scene.sent("GET");

        Step wait = call.finished(1, status(503, "X-Request-Id", "r1"), true);
        call.cancel();
        assertThat(call.awake()).isTrue();
        CallRefusedException refusal = assertRefused(call.resumed(), Reason.CANCELLED);
        call.close();

        assertThat(wait).isInstanceOf(Step.Wait.class);
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.response().headers()).containsKey("x-request-id");
        assertThat(call.report().attempts()).extracting(AttemptReport::verdict).containsExactly(Verdict.TRANSIENT);
    }

    @Test
    void whatAnErrorLeftIsNoPartOfTheSuccessThatFollows() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        Step wait = call.finished(1, CallScene.json(503, Map.of("code", "busy")), true);
        assertSend(scene.pass(call, wait), 2);
        Step second = call.finished(2, status(503, "Retry-After", "1"), true);
        assertThat(call.report().notBefore()).isEqualTo(scene.time.now().plusSeconds(1));
        assertSend(scene.pass(call, second), 3);
        scene.time.advance(Duration.ofMillis(7));
        assertDeliver(call.finished(3, status(200), true));
        call.close();

        assertThat(call.report().notBefore()).isNull();
        assertThat(call.report().error()).isNull();
        AttemptReport last = call.report().attempts().get(2);
        assertThat(last.decision()).isEqualTo(AttemptDecision.DELIVER);
        assertThat(last.endNanos() - last.startNanos()).isEqualTo(7_000_000);
    }
}
