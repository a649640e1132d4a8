// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static io.github.resilienthttp.call.CallScene.status;
import static io.github.resilienthttp.call.CallScene.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.policy.BreakerWindow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallDeadlineTest {
    private static CallOptions within(Duration deadline) {
        return CallOptions.NONE.withDeadline(deadline);
    }

    @Test
    void anAttemptMayTakeWhatIsLeft() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(within(Duration.ofSeconds(10)));

        assertSend(call.begin(FakeRequest.of("GET")), 1);
        assertThat(call.attemptTimeoutNanos()).isEqualTo(Duration.ofSeconds(8).toNanos());
        scene.time.advance(Duration.ofSeconds(7));
        Step wait = call.finished(1, failure(FailureKind.BROKEN), true);
        scene.pass(call, wait);

        assertThat(call.attemptTimeoutNanos()).isEqualTo(Duration.ofMillis(2950).toNanos());
        call.close();
    }

    @Test
    void aHintThatDoesNotFitTheDeadlineIsNotWaitedForAndNotBeforeIsTold() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(within(Duration.ofSeconds(5)));
        call.begin(FakeRequest.of("GET"));

        assertDeliver(call.finished(1, status(429, "Retry-After", "5"), true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.DEADLINE);
        assertThat(call.report().notBefore()).isEqualTo(scene.time.now().plusSeconds(5));
    }

    @Test
    void aDeadlineThatCutsAnAttemptShortIsNotTheServersFault() {
        CallScene scene = CallScene.with(
                builder -> builder.circuitBreakerMinimumCalls(1).circuitBreakerWindow(new BreakerWindow(1, null)));
        Call call = scene.call(within(Duration.ofMillis(400)));
        call.begin(FakeRequest.of("GET"));
        scene.time.advance(Duration.ofMillis(400));

        assertDeliver(call.finished(1, timeout(FailureKind.BROKEN), true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.DEADLINE);
        assertThat(call.report().attempts().get(0).verdict()).isEqualTo(Verdict.ENDED);
        scene.success();
    }

    @Test
    void aServerThatHadItsSecondIsBrokenUnderAShortDeadlineToo() {
        CallScene scene = CallScene.with(
                builder -> builder.circuitBreakerMinimumCalls(1).circuitBreakerWindow(new BreakerWindow(1, null)));
        Call call = scene.call(within(Duration.ofMillis(1200)));
        call.begin(FakeRequest.of("GET"));
        scene.time.advance(Duration.ofMillis(1200));

        assertDeliver(call.finished(1, timeout(FailureKind.BROKEN), true));
        call.close();

        assertThat(call.report().attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(reasonOf(call)).isEqualTo(Reason.DEADLINE);
        assertRefused(scene.call().begin(FakeRequest.of("GET")), Reason.CIRCUIT_OPEN);
    }

    @Test
    void aTimeoutOfTheClientsOwnBeforeTheDeadlineIsNoCut() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(within(Duration.ofMillis(900)));
        call.begin(FakeRequest.of("GET"));
        scene.time.advance(Duration.ofMillis(100));

        Step wait = call.finished(1, timeout(FailureKind.UNREACHABLE), true);

        assertSend(scene.pass(call, wait), 2);
        call.close();
    }

    @Test
    void aCallWhoseTimeIsUpWhenItResumesGetsItsLastFailure() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(within(Duration.ofSeconds(1)));
        call.begin(FakeRequest.of("GET"));
        Step wait = call.finished(1, failure(FailureKind.BROKEN), true);
        scene.time.advance(Duration.ofSeconds(2));

        Step end = call.resumed();
        call.close();

        assertThat(wait).isInstanceOf(Step.Wait.class);
        assertThat(end).isInstanceOf(Step.Refuse.class);
        assertThat(((Step.Refuse) end).failure()).hasMessage("BROKEN");
        assertThat(reasonOf(call)).isEqualTo(Reason.DEADLINE);
    }

    @Test
    void theTimeOfAnAttemptEndsAtItsOwnLimitOrAtTheDeadline() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.call(within(Duration.ofSeconds(10)));
        call.begin(FakeRequest.of("GET"));
        assertThat(call.attemptEndNanos())
                .isEqualTo(scene.time.nanos() + Duration.ofSeconds(8).toNanos());
        call.close();
        Call shorter = scene.call(within(Duration.ofSeconds(3)));
        shorter.begin(FakeRequest.of("GET"));
        assertThat(shorter.attemptEndNanos())
                .isEqualTo(scene.time.nanos() + Duration.ofSeconds(3).toNanos());
        shorter.close();
    }
}
