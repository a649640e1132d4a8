// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.status;
import static io.github.resilienthttp.call.CallScene.timeout;
import static io.github.resilienthttp.call.MeterScene.GET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Reason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each meter moves where it should, by as much as it should, and no other does. */
class CallMetersTest {
    private MeterScene scene = MeterScene.withDefaults();

    @AfterEach
    void nothingIsLeftInFlight() {
        scene.assertAtRest();
    }

    @Test
    void aSuccess() {
        Call call = scene.calls.sent("GET");
        assertThat(scene.gauge("resilient.http.active", "state", "sending")).isEqualTo(1);
        scene.calls.time.advance(Duration.ofMillis(30));
        assertDeliver(call.answered(1, 200, FakeHeaders.of(), true));
        scene.calls.time.advance(Duration.ofMillis(5));
        call.close();
        call.close();

        assertThat(scene.count("resilient.http.calls", "method", "GET", "outcome", "success"))
                .isEqualTo(1);
        assertThat(scene.seconds("resilient.http.calls")).isEqualTo(0.030);
        assertThat(scene.count("resilient.http.calls")).isEqualTo(1);
        assertThat(scene.count("resilient.http.attempts", "attempt", "first", "outcome", "2xx"))
                .isEqualTo(1);
        assertThat(scene.seconds("resilient.http.attempts")).isEqualTo(0.030);
        assertThat(scene.count("resilient.http.attempts")).isEqualTo(1);
        assertThat(scene.count("resilient.http.retries.suppressed")).isZero();
    }

    @Test
    void aRetryThatHelps() {
        Call call = scene.calls.sent("PUT");
        Step wait = call.finished(1, status(503), true);
        assertThat(scene.gauge("resilient.http.active", "state", "waiting")).isEqualTo(1);
        assertThat(scene.gauge("resilient.http.active", "state", "sending")).isZero();
        assertThat(scene.count("resilient.http.retries")).isZero();
        long waited = ((Step.Wait) wait).until() - scene.calls.time.nanos();
        assertSend(scene.calls.pass(call, wait), 2);
        assertDeliver(call.finished(2, status(200), true));
        call.close();

        assertThat(scene.count("resilient.http.calls", "method", "PUT", "outcome", "recovered"))
                .isEqualTo(1);
        assertThat(scene.seconds("resilient.http.calls")).isEqualTo(waited / 1e9);
        assertThat(scene.count("resilient.http.attempts", "attempt", "first", "outcome", "5xx"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.attempts", "attempt", "retry", "outcome", "2xx"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.retries", "reason", "transient")).isEqualTo(1);
        assertThat(scene.seconds("resilient.http.wait", "source", "backoff")).isEqualTo(waited / 1e9);
        assertThat(scene.gauge("resilient.http.budget")).isEqualTo(0.91);
    }

    @Test
    void aHintThatIsHonoured() {
        Call call = scene.calls.sent("POST");
        Step wait = call.finished(1, status(429, "Retry-After", "2"), true);
        assertThat(scene.gauge("resilient.http.cooldown")).isEqualTo(2);
        scene.calls.time.advance(Duration.ofSeconds(1));
        assertThat(scene.gauge("resilient.http.cooldown")).isEqualTo(1);
        assertSend(scene.calls.pass(call, wait), 2);
        call.finished(2, status(200), true);
        call.close();

        assertThat(scene.count("resilient.http.hint", "honoured", "yes")).isEqualTo(1);
        assertThat(scene.seconds("resilient.http.hint", "honoured", "yes")).isEqualTo(2);
        assertThat(scene.count("resilient.http.hint", "honoured", "no")).isZero();
        assertThat(scene.count("resilient.http.wait", "source", "hint")).isEqualTo(1);
        assertThat(scene.seconds("resilient.http.wait", "source", "hint")).isBetween(2.0, 2.2);
        assertThat(scene.count("resilient.http.attempts", "outcome", "429")).isEqualTo(1);
        assertThat(scene.count("resilient.http.retries", "reason", "throttled")).isEqualTo(1);
        assertThat(scene.gauge("resilient.http.cooldown")).isZero();
    }

    @Test
    void aHintThatIsTooLongAndTheRefusalsThatFollow() {
        scene.calls.once(status(503, "Retry-After", "3600"));
        Call replayable = scene.calls.call();
        assertRefused(replayable.begin(GET), Reason.COOLING_DOWN);
        replayable.close();

        assertThat(scene.seconds("resilient.http.hint", "honoured", "no")).isEqualTo(3600);
        assertThat(scene.count("resilient.http.hint", "honoured", "yes")).isZero();
        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "not-replayable"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.refusals", "reason", "cooling-down"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "refused")).isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "failed")).isEqualTo(1);
        assertThat(scene.count("resilient.http.attempts")).isEqualTo(1);
        assertThat(scene.gauge("resilient.http.cooldown")).isEqualTo(3600);
    }

    @Test
    void aNumberTooLargeToHoldSpoilsNoSum() {
        scene.calls.once(status(429, "Retry-After", "999999999999999999999999"));

        assertThat(scene.seconds("resilient.http.hint", "honoured", "no")).isEqualTo(32 * 86_400);
    }

    @Test
    void aCallThatWaitsForAClosedScope() {
        scene.calls.once(status(503, "Retry-After", "3"));
        Call second = scene.calls.call();
        Step wait = second.begin(GET);
        scene.calls.time.advance(Duration.ofSeconds(1));
        assertThat(second.resumed()).isEqualTo(wait);
        assertSend(scene.calls.pass(second, wait), 1);
        second.finished(1, status(200), true);
        second.close();

        assertThat(scene.count("resilient.http.wait", "source", "cooldown")).isEqualTo(1);
        assertThat(scene.seconds("resilient.http.wait", "source", "cooldown")).isEqualTo(3);
        assertThat(scene.count("resilient.http.calls", "outcome", "success")).isEqualTo(1);
    }

    @Test
    void aBreakerThatOpens() {
        scene = MeterScene.with(settings -> settings.circuitBreakerMinimumCalls(2)
                .circuitBreakerHalfOpenCalls(1)
                .circuitBreakerOpenFor(Duration.ofSeconds(10)));
        assertThat(scene.gauge("resilient.http.circuit.failure.rate")).isNaN();
        scene.calls.once(status(500));
        assertThat(scene.gauge("resilient.http.circuit.failure.rate")).isNaN();
        assertState("closed");
        scene.calls.once(status(500));
        assertState("open");
        assertThat(scene.gauge("resilient.http.circuit.failure.rate")).isEqualTo(1);

        Call refused = scene.calls.call();
        assertRefused(refused.begin(GET), Reason.CIRCUIT_OPEN);
        refused.close();
        assertThat(scene.count("resilient.http.refusals", "reason", "circuit-open"))
                .isEqualTo(1);

        scene.calls.time.advance(Duration.ofSeconds(11));
        assertState("half-open");
        scene.calls.success();
        assertState("closed");
        scene.calls.client.scopes().all().forEach(scope -> scope.isolate());
        assertState("isolated");
    }

    private void assertState(String state) {
        assertThat(scene.gauge("resilient.http.circuit", "state", state))
                .as(state)
                .isEqualTo(1);
        assertThat(scene.gauge("resilient.http.circuit")).isEqualTo(1);
    }

    @Test
    void aRateLimit() {
        scene = MeterScene.with(settings -> settings.rateLimit(1, Duration.ofSeconds(1)));
        scene.calls.success();
        Call waiting = scene.calls.call();
        Step wait = waiting.begin(GET);
        double planned = (((Step.Wait) wait).until() - scene.calls.time.nanos()) / 1e9;
        Call late = scene.calls.call(CallOptions.NONE.withDeadline(Duration.ofMillis(500)));
        assertRefused(late.begin(GET), Reason.RATE_LIMITED);
        late.close();
        assertSend(scene.calls.pass(waiting, wait), 1);
        waiting.finished(1, status(200), true);
        waiting.close();

        assertThat(scene.seconds("resilient.http.wait", "source", "rate-limit")).isCloseTo(planned, within(1e-6));
        assertThat(scene.count("resilient.http.refusals", "reason", "rate-limited"))
                .isEqualTo(1);
    }

    @Test
    void aBudgetThatIsSpent() {
        scene = MeterScene.with(
                settings -> settings.circuitBreakerEnabled(false).maxAttempts(2));
        for (int n = 0; n < 11; n++) {
            Call call = scene.calls.sent("GET");
            Step next = call.finished(1, status(503), true);
            if (next instanceof Step.Wait) {
                scene.calls.pass(call, next);
                call.finished(2, status(503), true);
            }
            call.close();
        }

        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "budget-exhausted"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.retries")).isEqualTo(10);
        assertThat(scene.gauge("resilient.http.budget")).isZero();
        assertThat(scene.gauge("resilient.http.circuit", "state", "disabled")).isEqualTo(1);
    }

    @Test
    void aDeadline() {
        Call call = scene.calls.call(CallOptions.NONE.withDeadline(Duration.ofSeconds(1)));
        call.begin(GET);
        scene.calls.time.advance(Duration.ofMillis(999));
        assertDeliver(call.finished(1, timeout(FailureKind.BROKEN), true));
        call.close();

        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "deadline"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.attempts", "outcome", "timeout")).isEqualTo(1);
        assertThat(scene.seconds("resilient.http.calls", "outcome", "failed")).isEqualTo(0.999);
    }

    @Test
    void failuresThatAreNoTimeouts() {
        scene.calls.once(failure(FailureKind.UNREACHABLE));
        scene.calls.once(failure(FailureKind.LOCAL));

        assertThat(scene.count("resilient.http.attempts", "outcome", "io")).isEqualTo(2);
        assertThat(scene.count("resilient.http.retries.suppressed")).isEqualTo(1);
    }

    @Test
    void redirectsAreSentButAreNoRetries() {
        Call call = scene.calls.sent("GET");
        call.finished(1, status(302), true);
        call.begin(GET.to("other.example"));
        call.finished(1, status(304), true);
        call.close();

        assertThat(scene.count("resilient.http.attempts", "outcome", "2xx", "attempt", "first"))
                .isEqualTo(2);
        assertThat(scene.count("resilient.http.calls")).isEqualTo(1);
    }

    @Test
    void aMethodNobodyKnows() {
        Call call = scene.calls.sent("BREW");
        call.finished(1, status(418), true);
        call.close();

        assertThat(scene.count("resilient.http.calls", "method", "other", "outcome", "failed"))
                .isEqualTo(1);
    }

    @Test
    void aCallThatIsDroppedWhileItIsSent() {
        scene.calls.sent("GET").close();

        assertThat(scene.count("resilient.http.attempts", "outcome", "io")).isEqualTo(1);
        assertThat(scene.count("resilient.http.calls", "outcome", "failed")).isEqualTo(1);
    }

    @Test
    void aCallThatIsCancelledWhileItIsSent() {
        Call call = scene.calls.sent("GET");
        call.cancel();
        assertDeliver(call.finished(1, failure(FailureKind.ENDED), true));
        call.close();

        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "cancelled"))
                .isEqualTo(1);
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsForItsTurn() {
        scene.calls.once(status(503, "Retry-After", "3"));
        Call call = scene.calls.call();
        call.begin(GET);
        scene.calls.time.advance(Duration.ofSeconds(1));
        call.cancel();
        assertRefused(call.resumed(), Reason.CANCELLED);
        call.close();

        assertThat(scene.seconds("resilient.http.wait", "source", "cooldown")).isEqualTo(1);
        assertThat(scene.count("resilient.http.refusals", "reason", "cancelled"))
                .isEqualTo(1);
        assertThat(scene.seconds("resilient.http.calls", "outcome", "refused")).isEqualTo(1);
    }

    @Test
    void aCallThatIsDroppedWhileItWaits() {
        Call call = scene.calls.sent("GET");
        assertThat(call.finished(1, status(503), true)).isInstanceOf(Step.Wait.class);
        scene.calls.time.advance(Duration.ofMillis(10));
        call.close();

        assertThat(scene.seconds("resilient.http.wait", "source", "backoff")).isEqualTo(0.01);
        assertThat(scene.count("resilient.http.retries")).isZero();
        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "cancelled"))
                .isEqualTo(1);
        assertThat(scene.seconds("resilient.http.calls")).isEqualTo(0.01);
    }

    @Test
    void aRetryThatIsRefusedWhenItsTimeHasCome() {
        Call call = scene.calls.sent("GET");
        Step wait = call.finished(1, status(503), true);
        scene.calls.client.scopes().all().forEach(scope -> scope.isolate());
        assertRefused(scene.calls.pass(call, wait), Reason.CIRCUIT_OPEN);
        call.close();

        assertThat(scene.count("resilient.http.retries.suppressed", "reason", "circuit-open"))
                .isEqualTo(1);
        assertThat(scene.count("resilient.http.refusals", "reason", "circuit-open"))
                .isEqualTo(1);
    }
}
