// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.status;
import static io.github.resilienthttp.call.CallScene.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallObserveTest {
    private static final FakeRequest POST = FakeRequest.of("POST");

    private final CallScene scene = CallScene.with(builder -> builder.mode(Mode.OBSERVE)
            .idempotencyKeyGenerate(true)
            .attemptHeader("X-Attempt")
            .rateLimit(1, Duration.ofSeconds(60)));

    @Test
    void whatWouldBeRetriedIsDeliveredAndSaidSo() {
        CallScene unlimited = CallScene.with(builder -> builder.mode(Mode.OBSERVE));
        Call call = unlimited.sent("GET");

        assertDeliver(call.finished(1, status(503), true));
        call.close();

        assertThat(call.report().outcome()).isEqualTo(CallOutcome.FAILED);
        assertThat(call.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        assertThat(call.report().attempts().get(0).decision()).isEqualTo(AttemptDecision.RETRY);
    }

    @Test
    void whatWouldBeHeldAtTheGateIsSentAndSaidSo() {
        scene.once(status(429, "Retry-After", "2592000"));

        Call closed = scene.call();
        assertSend(closed.begin(POST), 1);
        assertDeliver(closed.finished(1, status(200), true));
        closed.close();

        assertThat(closed.report().outcome()).isEqualTo(CallOutcome.SUCCESS);
        assertThat(closed.report().wouldRefuse()).isEqualTo(Reason.COOLING_DOWN);
    }

    @Test
    void aRateLimitThatIsOverrunIsOnlySaid() {
        scene.success();

        Call over = scene.call();
        assertSend(over.begin(POST), 1);
        over.finished(1, status(200), true);
        over.close();

        assertThat(over.report().wouldRefuse()).isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void aHopThatBeginsAfterTheDeadlineIsSentAndSaidSo() {
        CallScene unlimited = CallScene.with(builder -> builder.mode(Mode.OBSERVE));
        Call call = unlimited.call(CallOptions.NONE.withDeadline(Duration.ofSeconds(1)));
        assertSend(call.begin(POST), 1);
        unlimited.time.advance(Duration.ofSeconds(2));
        assertDeliver(call.finished(1, status(302), true));

        assertSend(call.begin(POST.to("other.example")), 1);
        assertDeliver(call.finished(1, status(200), true));
        call.close();

        assertThat(call.report().outcome()).isEqualTo(CallOutcome.SUCCESS);
        assertThat(call.report().wouldRefuse()).isEqualTo(Reason.DEADLINE);
    }

    @Test
    void aServerThatHadItsTimeIsBrokenThoughTheDeadlineIsPastAndNobodyCutIt() {
        CallScene unlimited = CallScene.with(builder -> builder.mode(Mode.OBSERVE)
                .circuitBreakerMinimumCalls(1)
                .circuitBreakerWindow(new BreakerWindow(1, null)));
        Call call = unlimited.sent("GET");
        unlimited.time.advance(Duration.ofSeconds(60));

        assertDeliver(call.finished(1, timeout(FailureKind.BROKEN), true));
        call.close();

        assertThat(call.report().attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(call.report().reason()).isEqualTo(Reason.DEADLINE);
        Call next = unlimited.sent("GET");
        next.close();
        assertThat(next.report().wouldRefuse()).isEqualTo(Reason.CIRCUIT_OPEN);
    }

    @Test
    void theRequestGoesThroughUntouched() {
        Call call = scene.sent("POST");
        List<String> headers = new ArrayList<>();
        call.decorate(1, (name, value) -> headers.add(name));

        assertThat(headers).isEmpty();
        assertThat(call.attemptTimeoutNanos()).isZero();
        call.close();
    }
}
