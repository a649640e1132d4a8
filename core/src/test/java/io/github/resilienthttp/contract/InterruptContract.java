// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
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

        Ending ending = interrupted(scene, Standstill.forTheNextAttempt(scene), 1);

        assertThat(ending.refusal().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(ending.refusal().status()).isEqualTo(503);
    }

    @Test
    void waitingForAClosedScope() {
        ContractScene scene = scene(Standstill.PATIENT);

        interrupted(scene, Standstill.forAClosedScope(scene), 1);
    }

    @Test
    void waitingForTheRateLimit() {
        ContractScene scene = scene(Standstill.SLOW);

        interrupted(scene, Standstill.forTheRateLimit(scene), 1);
    }

    /** Whether or not the client heeds it in the middle of an attempt: there is no other. */
    @Test
    void anInterruptDuringAnAttemptLetsNoOtherFollow() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.after(Duration.ofMillis(400)), OK);
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(1, SOON);

        interrupted(scene, running, 1);
    }

    @Test
    void waitingForTheHead() {
        needs(Trait.INTERRUPTS_ATTEMPTS);
        ContractScene scene = scene();

        interrupted(scene, Standstill.forTheHead(scene), 1);
    }

    private static Ending interrupted(ContractScene scene, Running running, int requests) {
        Ending ending = Standstill.stopped(scene, running, Running::interrupt, requests);
        assertThat(ending.interrupted()).as("interrupt flag").isTrue();
        return ending;
    }
}
