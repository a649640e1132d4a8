// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertRefused;
import static io.github.resilienthttp.call.CallScene.assertSend;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.LineLog;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Where nobody listens the clock is read for what the gates want to know, and for nothing else. */
class CallWithoutListenerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final FakeRequest GET = FakeRequest.of("GET");

    private static CallScene quiet(UnaryOperator<PolicyBuilder> settings) {
        return CallScene.onlyLogged(new LineLog(Level.ERROR), settings);
    }

    private static void success(CallScene scene, Duration length) {
        Call call = scene.sent("GET");
        scene.time.advance(length);
        assertDeliver(call.answered(1, 200, FakeHeaders.of(), true));
        call.close();
    }

    @Test
    void slowCallsAreCounted() {
        CallScene scene = quiet(settings -> settings.set("circuit-breaker.slow-call-duration", "1s")
                .set("circuit-breaker.slow-call-rate", "100%")
                .circuitBreakerMinimumCalls(2));
        success(scene, SECOND.dividedBy(2));
        success(scene, SECOND.dividedBy(2));
        success(scene, SECOND.dividedBy(2));
        assertSend(scene.call().begin(GET), 1);

        CallScene slow = quiet(settings -> settings.set("circuit-breaker.slow-call-duration", "1s")
                .set("circuit-breaker.slow-call-rate", "100%")
                .circuitBreakerMinimumCalls(2));
        success(slow, SECOND.multipliedBy(2));
        success(slow, SECOND.multipliedBy(2));
        assertRefused(slow.call().begin(GET), Reason.CIRCUIT_OPEN);
    }

    @Test
    void aRequestThatWasWithTheServerLateCountsFromThen() {
        CallScene scene = quiet(settings -> settings.rateLimit(1, SECOND));
        success(scene, SECOND.multipliedBy(3));
        Call next = scene.call();
        scene.assertWait(next.begin(GET), SECOND, WaitSource.RATE_LIMIT);
        next.close();
    }

    @Test
    void theAnswerOfAProbeLetsTheOthersFollow() {
        CallScene scene = quiet(settings -> settings);
        Call throttled = scene.sent("GET");
        throttled.answered(1, 429, FakeHeaders.of("Retry-After", "600"), true);
        throttled.close();
        scene.time.advance(SECOND.multipliedBy(600));
        success(scene, SECOND);
        success(scene, SECOND);
    }
}
