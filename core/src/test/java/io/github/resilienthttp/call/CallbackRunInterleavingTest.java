// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What befalls a call that calls back: two things at a time, in every order. */
@Tag("interleaving")
class CallbackRunInterleavingTest {
    private static final long LATER = Duration.ofSeconds(1).toNanos();

    private static final Policy POLICY = Policy.builder("api")
            .set("budget.enabled", "false")
            .set("circuit-breaker.enabled", "false")
            .maxAttempts(2)
            .build();

    /** Made once: what it is made of is not what is looked at. */
    private static final StillTime TIME = new StillTime();

    private static final ResilientClient CLIENT = new ResilientClient(
            POLICY,
            new Gatehouse(POLICY, 1, Resilience4jRegistries.own(), TIME),
            new ClientParts(TIME, new Listeners(List.of()), null, null, () -> 0.5));

    @BeforeAll
    static void loadAllClasses() {
        for (boolean cancels : List.of(false, true)) {
            Scene scene = new Scene();
            scene.fails(1);
            if (cancels) {
                scene.call.cancel();
            }
            scene.goesToItsEndAfterItsWait();
        }
    }

    /** One call whose first attempt is under way. */
    private static final class Scene {
        private final HandTimer timer = new HandTimer();
        private final Call call = CLIENT.newCall(CallOptions.NONE);
        private final TalliedExchange exchange = new TalliedExchange();

        Scene() {
            new CallbackDriver(TIME, timer).execute(call, FakeRequest.of("GET"), exchange);
        }

        void fails(int attempt) {
            exchange.answer(attempt).failed(new IOException("broken"));
        }

        void isAnswered(int attempt, int status) {
            if (exchange.answer(attempt).answered(FakeResponse.of(status))) {
                exchange.opened();
            }
        }

        void timePasses() {
            TIME.move(TIME.nanos() + LATER);
            timer.turn(TIME.nanos());
        }

        void goesToItsEndAfterItsWait() {
            timePasses();
            goesToItsEnd();
        }

        /** Lets the timer's thread do what was left to it, and what is then sent be answered. */
        void goesToItsEnd() {
            timer.turn(TIME.nanos());
            for (int attempt = 1; attempt <= exchange.sent(); attempt++) {
                isAnswered(attempt, 200);
            }
            int held = timer.held();
            require(exchange.ends() == 1, "ended " + exchange.ends() + " times");
            require(held == 0, "left with the timer: " + held);
            require(exchange.open() == 0, "open responses: " + exchange.open());
            call.close();
            CLIENT.scopes().all().forEach(scope -> require(scope.active() == 0, "pins " + scope.active()));
        }
    }

    @Test
    void anAnswerAndAFailureOfOneAttemptEndItOnce() {
        explore(() -> {
            Scene scene = new Scene();

            together(() -> scene.isAnswered(1, 200), () -> scene.fails(1));

            scene.goesToItsEndAfterItsWait();
        });
    }

    @Test
    void aCancelLeavesNothingWithTheTimerWhenItMeetsTheBeginningOfAWait() {
        explore(() -> {
            Scene scene = new Scene();

            together(() -> scene.fails(1), scene.call::cancel);

            scene.goesToItsEnd();
        });
    }

    @Test
    void aCancelThatMeetsTheEndOfAWaitEndsItOnce() {
        explore(() -> {
            Scene scene = new Scene();
            scene.fails(1);

            together(scene::timePasses, scene.call::cancel);

            scene.goesToItsEnd();
        });
    }
}
