// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Blackhole;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To cancel ends a call soon in each of its phases, and nothing more is sent. What it cuts short would last 10 s and more. */
public abstract class CancelContract extends Contract {
    /** For subclasses. */
    protected CancelContract() {}

    @BeforeEach
    void canCancel() {
        needs(Trait.CANCEL);
    }

    @Test
    void waitingForTheHead() {
        ContractScene scene = scene();

        cancelled(scene, Standstill.forTheHead(scene), 1);
    }

    @Test
    void sendingABodyThatIsStuck() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.nothing(Fate.DEAF).early(), OK);
        byte[] large = new byte[30_000_000];
        Running running = scene.start(scene.request("PUT", "/").with(ContractBody.Kind.REPEATABLE, large));
        scene.server().awaitRequests(1, SOON);
        ContractScene.pause(Standstill.A_MOMENT);

        cancelled(scene, running, 1);
    }

    @Test
    void connecting() {
        ContractScene scene = scene();
        try (Blackhole hole = Blackhole.open()) {
            URI nobody = URI.create("http://127.0.0.1:" + hole.port() + "/");
            Running running = scene.start(ContractRequest.of("GET", nobody));
            ContractScene.await("a call", () -> scene.active() == 1);
            ContractScene.pause(Standstill.A_MOMENT);

            cancelled(scene, running, 0);
        }
    }

    @Test
    void waitingForTheNextAttempt() {
        ContractScene scene = scene();

        cancelled(scene, Standstill.forTheNextAttempt(scene), 1);
    }

    @Test
    void waitingForAClosedScope() {
        ContractScene scene = scene(Standstill.PATIENT);

        cancelled(scene, Standstill.forAClosedScope(scene), 1);
        assertThat(scene.state().waiting()).isZero();
    }

    @Test
    void waitingForTheRateLimit() {
        ContractScene scene = scene(Standstill.SLOW);

        cancelled(scene, Standstill.forTheRateLimit(scene), 1);
    }

    @Test
    void discarding() {
        ContractScene scene = scene("discard.max-time=15s");
        Reply endless = BUSY.chunked().endlessBody().dripBody(Duration.ofMillis(50));
        scene.server().on("/").reply(endless, OK);
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(1, SOON);
        ContractScene.pause(Standstill.A_MOMENT);

        cancelled(scene, running, 1);
    }

    /** What the discarding of one call costs is not paid by a caller who has left: the scope knows of his call no more. */
    @Test
    void afterTheEndItChangesNothing() {
        ContractScene scene = scene();
        scene.server().on("/").reply(OK);
        Running running = scene.start(scene.request("GET", "/"));
        Ending ending = scene.ending(running);

        running.cancel();

        assertThat(ending.text()).isEqualTo("done");
        assertEnded(scene, ending, Reason.SUCCESS, 1);
    }

    @Test
    void itIsTheCallThatIsCancelledAndNoOther() {
        ContractScene scene = scene();
        scene.server().on("/slow").reply(OK.after(Duration.ofMillis(200)));
        scene.server().on("/").reply(Reply.nothing(Fate.SILENCE));
        Running other = scene.start(scene.request("GET", "/slow"));
        Running running = scene.start(scene.request("GET", "/"));
        scene.server().awaitRequests(2, SOON);

        running.cancel();

        assertThat(running.await().failure()).isNotNull();
        assertThat(other.await().text()).isEqualTo("done");
    }

    private static void cancelled(ContractScene scene, Running running, int requests) {
        Standstill.stopped(scene, running, Running::cancel, requests);
    }
}
