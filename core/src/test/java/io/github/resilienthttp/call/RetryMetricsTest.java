// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.retry.Retry;
import io.github.resilienthttp.decision.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every call counts once in Resilience4j's meters: by how it ended, and whether it was sent more than once. */
class RetryMetricsTest {
    private final CallScene scene = CallScene.withDefaults();

    private void assertCounted(long well, long wellAfterRetry, long failed, long failedAfterRetry) {
        Retry.Metrics metrics =
                scene.registries.retries().find("api").orElseThrow().getMetrics();
        assertThat(List.of(
                        metrics.getNumberOfSuccessfulCallsWithoutRetryAttempt(),
                        metrics.getNumberOfSuccessfulCallsWithRetryAttempt(),
                        metrics.getNumberOfFailedCallsWithoutRetryAttempt(),
                        metrics.getNumberOfFailedCallsWithRetryAttempt()))
                .containsExactly(well, wellAfterRetry, failed, failedAfterRetry);
    }

    private void assertAttempts(long attempts) {
        assertThat(scene.registries
                        .retries()
                        .find("api")
                        .orElseThrow()
                        .getMetrics()
                        .getNumberOfTotalCalls())
                .isEqualTo(attempts);
    }

    @Test
    void aSuccessAtOnce() {
        scene.success();
        scene.success();
        assertCounted(2, 0, 0, 0);
        assertAttempts(2);
    }

    @Test
    void aSuccessAfterARetry() {
        Call call = scene.sent("GET");
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        assertSend(scene.pass(call, call.finished(2, status(503), true)), 3);
        call.finished(3, status(200), true);
        call.close();
        assertCounted(0, 1, 0, 0);
        assertAttempts(3);
    }

    @Test
    void aFailureSentOnce() {
        scene.once(status(404));
        scene.once(status(503));
        assertCounted(0, 0, 2, 0);
    }

    @Test
    void aFailureAfterARetry() {
        Call call = scene.sent("GET");
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        call.finished(2, status(404), true);
        call.close();
        assertCounted(0, 0, 0, 1);
    }

    @Test
    void aRefusalBeforeAnythingIsSent() {
        scene.once(status(429, "Retry-After", "3600"));
        Call call = scene.call();
        assertRefused(call.begin(FakeRequest.of("GET")), Reason.COOLING_DOWN);
        call.close();
        assertCounted(0, 0, 2, 0);
    }

    @Test
    void aRetryThatWasRefusedWasNone() {
        Call call = scene.sent("GET");
        Step wait = call.finished(1, status(503), true);
        assertThat(wait).isInstanceOf(Step.Wait.class);
        call.cancel();
        assertRefused(call.resumed(), Reason.CANCELLED);
        call.close();
        assertCounted(0, 0, 1, 0);
    }

    @Test
    void aRetryThatWasAbandonedWhileUnderWayWasOne() {
        Call call = scene.sent("GET");
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        call.close();
        assertCounted(0, 0, 0, 1);
    }

    @Test
    void ofTwoRetriesOneThatWasRefusedLeavesTheOther() {
        Call call = scene.sent("GET");
        assertSend(scene.pass(call, call.finished(1, status(503), true)), 2);
        assertThat(call.finished(2, status(503), true)).isInstanceOf(Step.Wait.class);
        call.cancel();
        assertRefused(call.resumed(), Reason.CANCELLED);
        call.close();
        assertCounted(0, 0, 0, 1);
    }
}
