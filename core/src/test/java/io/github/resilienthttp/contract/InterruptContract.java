// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An interrupt ends a wait at once and is kept; nothing more is sent. What it cuts short would last 15 s. */
public abstract class InterruptContract extends Contract {
    /** For subclasses. */
    protected InterruptContract() {}

    @BeforeEach
    void canBeInterrupted() {
        needs(Trait.INTERRUPT);
    }

    @Test
    void waitingForTheNextAttempt() {
        ContractScene scene = scene();
        scene.server().on("/").reply(MUCH_LATER, OK);

        Ending ending = interrupted(scene, CancelContract.waiting(scene), 1);

        assertThat(ending.refusal().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(ending.refusal().status()).isEqualTo(503);
    }

    @Test
    void waitingForAClosedScope() {
        ContractScene scene = scene("retry.max-attempts=1", "cooldown.max-wait=20s");
        scene.server().on("/").reply(MUCH_LATER, OK);
        scene.send("GET", "/");
        Running running = scene.start(scene.request("GET", "/"));
        ContractScene.await("a call in line", () -> scene.state().waiting() == 1);

        interrupted(scene, running, 1);
    }

    @Test
    void waitingForTheRateLimit() {
        ContractScene scene = scene("rate-limit.permits=1", "rate-limit.period=15s", "rate-limit.max-wait=20s");
        scene.server().on("/").reply(OK);
        scene.send("GET", "/");
        Running running = scene.start(scene.request("GET", "/"));
        ContractScene.await("a call", () -> scene.active() == 1);
        ContractScene.pause(CancelContract.A_MOMENT);

        interrupted(scene, running, 1);
    }

    /** Whether or not the client heeds it in the middle of an attempt: there is no other. */
    @Test
    void anInterruptDuringAnAttemptLetsNoOtherFollow() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.after(Duration.ofMillis(200)), OK);
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(1, SOON);

        interrupted(scene, running, 1);
    }

    @Test
    void waitingForTheHead() {
        needs(Trait.INTERRUPTS_ATTEMPTS);
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), OK);
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(1, SOON);
        ContractScene.pause(CancelContract.A_MOMENT);

        interrupted(scene, running, 1);
    }

    private static Ending interrupted(ContractScene scene, Running running, int requests) {
        assertThat(running.isDone()).isFalse();
        long start = System.nanoTime();
        running.interrupt();

        Ending ending = scene.ending(running);

        assertThat(DeadlineContract.sinceNanos(start)).isLessThan(SOON);
        assertThat(ending.failure()).isNotNull();
        assertThat(ending.interrupted()).as("interrupt flag").isTrue();
        assertThat(ending.reason()).isEqualTo(Reason.CANCELLED);
        ContractScene.pause(CancelContract.A_MOMENT);
        assertThat(scene.server().requestCount()).isEqualTo(requests);
        return ending;
    }
}
