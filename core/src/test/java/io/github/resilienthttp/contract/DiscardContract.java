// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A response given up for a retry is read to its end within bounds, or its connection is dropped. */
public abstract class DiscardContract extends Contract {
    /** For subclasses. */
    protected DiscardContract() {}

    static Stream<Reply> small() {
        return Stream.of(
                Reply.status(503),
                BUSY,
                BUSY.body("x".repeat(16_000)),
                BUSY.chunked(),
                BUSY.chunked().dripBody(Duration.ofMillis(2)),
                HintContract.json(BUSY, "{\"message\": \"busy\"}"));
    }

    @ParameterizedTest
    @MethodSource("small")
    void theConnectionOfASmallBodyIsUsedAgain(Reply error) {
        needs(Trait.KEEPS_CONNECTIONS);
        // Some clients have their connection back a moment after the end of the body.
        ContractScene scene = scene("discard.max-time=5s", "backoff.initial=200ms");
        scene.server().on("/").reply(error, OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.RECOVERED, 2);
        assertThat(scene.server().connectionCount()).isEqualTo(1);
    }

    static Stream<Reply> costly() {
        return Stream.of(
                BUSY.endlessBody(),
                BUSY.chunked().endlessBody(),
                BUSY.untilClose().endlessBody(),
                BUSY.body("so very sorry").dripBody(Duration.ofMillis(800)),
                BUSY.chunked().endlessBody().dripBody(Duration.ofMillis(10)),
                BUSY.declaring(100).then(Fate.SILENCE),
                BUSY.chunked().cut(Cut.BODY, Fate.SILENCE),
                BUSY.chunked().cut(Cut.BODY, Fate.RESET),
                HintContract.json(BUSY, "{\"a\"").declaring(50).then(Fate.SILENCE),
                HintContract.json(BUSY, "{\"a\"").chunked().cut(Cut.BODY, Fate.SILENCE),
                BUSY.declaring(100).then(Fate.CLOSE));
    }

    static Stream<Reply> longer() {
        Reply longer = BUSY.body("x".repeat(100_000));
        return Stream.of(longer, longer.chunked());
    }

    @ParameterizedTest
    @MethodSource("longer")
    void aBodyThatIsLongerThanTheEngineReadsDoesNotHoldIt(Reply error) {
        assertRecovers(error, has(Trait.DROPS_CONNECTIONS) && has(Trait.LEAVES_LONG_BODIES));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void aBodyThatTakesLongDoesNotHoldTheRetry(Reply error) {
        assertRecovers(error, has(Trait.DROPS_CONNECTIONS));
    }

    private void assertRecovers(Reply error, boolean dropped) {
        ContractScene scene = scene("discard.max-time=100ms");
        scene.server().on("/").reply(error, OK);
        long start = System.nanoTime();

        Ending ending = scene.send("GET", "/");

        assertThat(DeadlineContract.sinceNanos(start)).isLessThan(SOON);
        assertEnded(scene, ending, Reason.RECOVERED, 2);
        assertThat(ending.text()).isEqualTo("done");
        if (dropped) {
            // Not how many there are: Jetty opens more than it needs.
            assertThat(scene.server().requests())
                    .extracting(SeenRequest::connection)
                    .doesNotHaveDuplicates();
        }
    }

    static Stream<Reply> dropped() {
        return Stream.of(
                BUSY.endlessBody(),
                BUSY.body("x".repeat(100_000)),
                BUSY.declaring(100).then(Fate.SILENCE));
    }

    /** More of them than the pool has connections: one that stays taken would be missed. */
    @ParameterizedTest
    @MethodSource("dropped")
    void aConnectionThatIsDroppedLeavesThePool(Reply error) {
        needs(Trait.POOL_OF_ONE);
        ContractScene scene = scene(
                1, builder -> {}, "budget.enabled=false", "circuit-breaker.enabled=false", "discard.max-time=20ms");

        for (int call = 0; call < 6; call++) {
            scene.server().on("/" + call).reply(error, OK);
            assertThat(scene.send("GET", "/" + call).text()).isEqualTo("done");
        }
    }

    @Test
    void noPooledConnectionIsHeldWhileACallWaits() {
        needs(Trait.POOL_OF_ONE);
        ContractScene scene = scene(1, builder -> {}, "cooldown.enabled=false");
        scene.server().on("/busy").reply(BUSY.header("retry-after-ms", "1000"), Reply.ok("at last"));
        scene.server().on("/other").reply(Reply.ok("at once"));
        Running waiting = scene.start(scene.request("GET", "/busy"));
        scene.server().awaitRequests(1, SOON);

        Ending other = scene.start(scene.request("GET", "/other")).await();

        assertThat(other.text()).isEqualTo("at once");
        assertThat(waiting.isDone()).isFalse();
        assertThat(scene.ending(waiting).text()).isEqualTo("at last");
        if (has(Trait.KEEPS_CONNECTIONS)) {
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }
}
