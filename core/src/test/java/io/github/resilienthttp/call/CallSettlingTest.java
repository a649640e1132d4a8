// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gates are told of an attempt that was no success, and what they say to another. */
class CallSettlingTest {
    private static final FakeRequest GET = FakeRequest.of("GET");

    private static CallScene countingSlowOnes() {
        return CallScene.with(settings -> settings.set("retry.statuses", "409")
                .set("circuit-breaker.slow-call-duration", "1s")
                .set("circuit-breaker.slow-call-rate", "100%")
                .circuitBreakerMinimumCalls(2));
    }

    private static void conflict(CallScene scene, Duration after) {
        Call call = scene.sent("GET");
        scene.time.advance(after);
        assertDeliver(call.finished(1, status(409), false));
        call.close();
    }

    @Test
    void anAnswerThatIsNoSuccessIsSlowToo() {
        CallScene scene = countingSlowOnes();
        conflict(scene, Duration.ofSeconds(2));
        conflict(scene, Duration.ofSeconds(2));
        assertRefused(scene.call().begin(GET), Reason.CIRCUIT_OPEN);
    }

    @Test
    void oneThatIsQuickIsNot() {
        CallScene scene = countingSlowOnes();
        conflict(scene, Duration.ofMillis(500));
        conflict(scene, Duration.ofMillis(500));
        assertSend(scene.call().begin(GET), 1);
    }

    /** A server that asks for less, though it names no time, is let back into one at a time. */
    @Test
    void aProbeThatIsThrottledIsNoProof() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(503, "Retry-After", "3"));
        List<Call> calls = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Call call = scene.call();
            assertThat(call.begin(GET)).isInstanceOf(Step.Wait.class);
            calls.add(call);
        }
        scene.time.advance(Duration.ofSeconds(3));
        assertSend(calls.get(0).resumed(), 1);
        calls.get(0).finished(1, status(429), false);
        assertSend(calls.get(1).resumed(), 1);
        assertDeliver(calls.get(1).finished(1, status(200), true));
        assertSend(calls.get(2).resumed(), 1);
        assertThat(calls.get(3).resumed()).as("the second was the probe").isInstanceOf(Step.Wait.class);
        calls.forEach(Call::close);
    }

    /** Each permit counts for a second and a margin of 20 milliseconds. */
    @Test
    void aRetryThatTheRateLimitLetsInTooLateForAnAttemptIsNotMade() {
        CallScene scene = CallScene.with(settings -> settings.rateLimit(1, Duration.ofSeconds(1)));
        Call call = scene.call(CallOptions.NONE.withDeadline(Duration.ofMillis(1_050)));
        call.begin(GET);
        assertDeliver(call.finished(1, status(503), true));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void itsOwnWaitCountsForARetryThatHasToWaitForTheRateLimit() {
        CallScene scene = CallScene.with(
                settings -> settings.rateLimit(1, Duration.ofSeconds(1)).rateLimitMaxWait(Duration.ofMillis(975)));
        Call call = scene.sent("GET");
        assertThat(call.finished(1, status(503), true)).isInstanceOf(Step.Wait.class);
        call.close();
    }

    @Test
    void whatOthersClosedMeanwhileIsToldWhereARetryWouldComeTooLate() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        scene.once(status(429, "Retry-After", "600"));
        assertDeliver(call.finished(1, status(503), true));
        call.close();
        assertThat(reasonOf(call)).isEqualTo(Reason.COOLING_DOWN);
        assertThat(call.report().notBefore()).isEqualTo(scene.time.now().plusSeconds(600));
    }

    @Test
    void whatOthersClosedMeanwhileIsWaitedForWhereThatIsSoonEnough() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        scene.once(status(503, "Retry-After", "2"));
        Step backoff = call.finished(1, status(503), true);
        scene.assertWait(scene.pass(call, backoff), Duration.ofMillis(1_950), WaitSource.COOLDOWN);
        call.close();
    }

    @Test
    void aBreakerThatMayBeTriedBeforeTheRetryDoesNotForbidIt() {
        CallScene scene = CallScene.with(settings -> settings.circuitBreakerMinimumCalls(1)
                .circuitBreakerOpenFor(Duration.ofSeconds(5))
                .timeoutTotal(Duration.ofSeconds(30)));
        Call call = scene.sent("GET");
        Step wait = call.finished(1, status(503, "Retry-After", "6"), true);
        assertSend(scene.pass(call, wait), 2);
        call.close();
    }

    @Test
    void nobodyWaitsForAReopeningThatLeavesNoTimeForAnAttempt() {
        CallScene scene = CallScene.withDefaults();
        scene.once(status(503, "Retry-After", "3"));
        Call hurried = scene.call(CallOptions.NONE.withDeadline(Duration.ofMillis(3_049)));
        assertRefused(hurried.begin(GET), Reason.COOLING_DOWN);
        Call patient = scene.call(CallOptions.NONE.withDeadline(Duration.ofMillis(3_050)));
        assertSend(scene.pass(patient, patient.begin(GET)), 1);
        patient.close();
    }
}
