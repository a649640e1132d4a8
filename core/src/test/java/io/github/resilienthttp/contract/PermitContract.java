// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each permit is settled, whatever the end of its attempt. A half-open breaker has one permit only: were it lost, no call would
 * be let through any more.
 */
public abstract class PermitContract extends Contract {
    private static final Duration OPEN = Duration.ofSeconds(11);

    /** For subclasses. */
    protected PermitContract() {}

    static Stream<Reply> ends() {
        return Stream.of(
                OK,
                BUSY,
                MUCH_LATER,
                Reply.status(304),
                Reply.status(404),
                Reply.status(429),
                Reply.status(429).header("retry-after-ms", "1"),
                Reply.status(501),
                HintContract.json(BUSY, "{\"retryAfter\": 0.001}"),
                HintContract.json(BUSY, "{").declaring(20).then(Fate.CLOSE),
                Reply.nothing(Fate.RESET),
                Reply.nothing(Fate.CLOSE));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void itIsSettled(Reply end) {
        ContractScene scene = GateContract.opened(this);
        scene.server().on("/trial").reply(end);
        scene.time().skip(OPEN);

        scene.send(FailureContract.SENT_ONCE, "/trial");

        assertLetThrough(scene, 3);
    }

    @Test
    void itIsSettledByTheAttemptTimeout() {
        needs(Trait.CUTS_HEAD);
        ContractScene scene = GateContract.opened(this, "timeout.attempt=800ms");
        scene.server().on("/trial").reply(Reply.nothing(Fate.SILENCE));
        scene.time().skip(OPEN);

        scene.send("GET", "/trial");

        assertLetThrough(scene, 3);
    }

    @Test
    void itIsSettledByTheDeadline() {
        needs(Trait.CUTS_HEAD);
        ContractScene scene = GateContract.opened(this);
        scene.server().on("/").reply(Reply.nothing(Fate.SILENCE));
        scene.time().skip(OPEN);

        scene.send(DeadlineContract.within(scene, "GET", Duration.ofMillis(200)));

        // Not the server's fault: the breaker still waits for an answer.
        assertThat(scene.state().circuit()).isEqualTo(CircuitState.HALF_OPEN);
        assertLetThrough(scene, 3);
    }

    @Test
    void itGoesBackWithACancel() {
        needs(Trait.CANCEL);
        ContractScene scene = GateContract.opened(this);
        scene.server().on("/trial").reply(Reply.nothing(Fate.SILENCE));
        scene.time().skip(OPEN);
        Running running = scene.start(scene.request("GET", "/trial"));
        scene.server().awaitRequests(3, SOON);

        running.cancel();
        scene.ending(running);

        assertThat(scene.state().circuit()).isEqualTo(CircuitState.HALF_OPEN);
        assertLetThrough(scene, 3);
    }

    private static void assertLetThrough(ContractScene scene, int before) {
        assertThat(scene.server().requestCount()).isEqualTo(before);
        scene.server().on("/well").reply(OK);
        // A trial that failed has opened it anew, and a hint has closed the scope for a while.
        if (scene.state().circuit() != CircuitState.HALF_OPEN) {
            scene.time().skip(OPEN.multipliedBy(2));
        }
        assertThat(scene.send("GET", "/well").text()).isEqualTo("done");
        assertThat(scene.state().circuit()).isEqualTo(CircuitState.CLOSED);
    }
}
