// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums that docs/guide/settings.md does in words. */
class GuideArithmeticTest {
    private int extra;
    private int exhausted;
    private int successes;

    @Test
    void aLimitLetsAsManyWaitAsTheNextPeriodHasRoomFor() {
        CallScene scene = CallScene.with(
                stock -> stock.rateLimit(25, Duration.ofSeconds(1)).rateLimitMaxWait(Duration.ofMillis(500)));
        begin(scene, 25, Step.Send.class);
        begin(scene, 1, Step.Refuse.class);
        scene.time.advance(Duration.ofMillis(600));
        begin(scene, 25, Step.Wait.class);
        begin(scene, 1, Step.Refuse.class);
    }

    private static void begin(CallScene scene, int calls, Class<? extends Step> expected) {
        for (int n = 0; n < calls; n++) {
            assertThat(scene.call().begin(FakeRequest.of("GET"))).isInstanceOf(expected);
        }
    }

    @Test
    void aFewFailuresInAHundredAreAllSentAgain() {
        failing(0.03);
        assertThat(extra).isGreaterThan(250);
        assertThat(exhausted).isLessThan(extra / 100);
    }

    @Test
    void ofManyOnlySomeAre() {
        failing(0.2);
        assertThat(exhausted).isGreaterThan(extra / 2);
        assertThat(extra).isLessThanOrEqualTo(10 + successes / 10);
    }

    private void failing(double share) {
        CallScene scene = CallScene.with(
                builder -> builder.set("circuit-breaker.enabled", "false").set("budget.refill-interval", "24h"));
        Random random = new Random(42);
        for (int calls = 0; calls < 10_000; calls++) {
            Call call = scene.sent("GET");
            int attempt = 1;
            Step step = answered(call, attempt, random.nextDouble() < share);
            while (step instanceof Step.Wait) {
                extra++;
                attempt++;
                scene.pass(call, step);
                step = answered(call, attempt, random.nextDouble() < share);
            }
            if (CallScene.reasonOf(call) == Reason.BUDGET_EXHAUSTED) {
                exhausted++;
            }
            call.close();
        }
    }

    private Step answered(Call call, int attempt, boolean fails) {
        if (!fails) {
            successes++;
        }
        return call.finished(attempt, status(fails ? 503 : 200), true);
    }
}
