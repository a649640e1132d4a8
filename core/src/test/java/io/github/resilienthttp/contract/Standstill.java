// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.function.Consumer;

/** Calls that stand still for 10 s and more, and what it looks like when one is stopped: it ends soon, and nothing more is sent. */
final class Standstill {
    /** Long enough for whatever was to follow to show on the wire. */
    static final Duration A_MOMENT = Duration.ofMillis(60);

    /** The settings of a client whose calls wait for a closed scope. */
    static final String[] PATIENT = {"retry.max-attempts=1", "cooldown.max-wait=20s"};

    /** The settings of a client whose second call waits for its rate limit. */
    static final String[] SLOW = {"rate-limit.permits=1", "rate-limit.period=15s", "rate-limit.max-wait=20s"};

    private Standstill() {}

    /** Its request was sent, and no head comes. */
    static Running forTheHead(ContractScene scene) {
        scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), Contract.OK);
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(1, Contract.SOON);
        ContractScene.pause(A_MOMENT);
        return running;
    }

    /** It has had its 503 and waits for its next attempt. */
    static Running forTheNextAttempt(ContractScene scene) {
        scene.server().on("/").reply(Contract.MUCH_LATER, Contract.OK);
        return waiting(scene);
    }

    /** The same, of whatever the server answers that makes it wait. */
    static Running waiting(ContractScene scene) {
        Running running = scene.start(scene.request("GET", "/"));
        scene.awaitWait();
        scene.awaitNoLease();
        ContractScene.pause(A_MOMENT);
        return running;
    }

    /** Another call has closed its scope, of a client that is {@link #PATIENT}. */
    static Running forAClosedScope(ContractScene scene) {
        scene.server().on("/").reply(Contract.MUCH_LATER, Contract.OK);
        scene.send("GET", "/");
        Running running = scene.start(scene.request("GET", "/"));
        ContractScene.await("a call in line", () -> scene.state().waiting() == 1);
        return running;
    }

    /** Another call has had the only permit of a client that is {@link #SLOW}. */
    static Running forTheRateLimit(ContractScene scene) {
        scene.server().on("/").reply(Contract.OK);
        scene.send("GET", "/");
        Running running = scene.start(scene.request("GET", "/"));
        ContractScene.await("a call", () -> scene.active() == 1);
        ContractScene.pause(A_MOMENT);
        return running;
    }

    /** Stops it, and sees it end as cancelled with so many requests sent, then and a moment later. */
    static Ending stopped(ContractScene scene, Running running, Consumer<Running> stop, int requests) {
        assertThat(running.isDone()).isFalse();
        long start = System.nanoTime();
        stop.accept(running);

        Ending ending = scene.ending(running);

        assertThat(DeadlineContract.sinceNanos(start)).isLessThan(Contract.SOON);
        assertThat(ending.failure()).isNotNull();
        assertThat(ending.reason()).isEqualTo(Reason.CANCELLED);
        ContractScene.pause(A_MOMENT);
        assertThat(scene.server().requestCount()).isEqualTo(requests);
        return ending;
    }
}
