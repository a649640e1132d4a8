// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A response that is given up costs neither the time nor the connections of the call. */
class DiscardTest {
    @ParameterizedTest
    @EnumSource(Factory.class)
    void aSmallBodyIsReadAndItsConnectionUsedAgain(Factory factory) throws Exception {
        connections(factory, Reply.status(503).body("small"), 1);
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aSmallBodyOfUnknownLengthToo(Factory factory) throws Exception {
        connections(factory, Reply.status(503).body("small").chunked(), 1);
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aLongBodyIsNotRead(Factory factory) throws Exception {
        long took = connections(factory, Reply.status(503).endlessBody(), 2);
        assertThat(took).isLessThan(4000);
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aBodyThatDripsIsNotWaitedFor(Factory factory) throws Exception {
        long took = connections(
                factory, Reply.status(503).body("x".repeat(100)).chunked().dripBody(Duration.ofMillis(100)), 2);
        assertThat(took).isLessThan(4000);
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aBodyThatStallsIsNotWaitedFor(Factory factory) throws Exception {
        long took = connections(
                factory, Reply.status(503).body("begun").declaring(100).then(Fate.SILENCE), 2);
        assertThat(took).isLessThan(4000);
    }

    private static long connections(Factory factory, Reply givenUp, int expected) throws Exception {
        // Some clients have their connection back a moment after the end of the body.
        // So has the warming call: of one connection the next call waits for that moment, of several it takes another.
        int pool = expected == 1 ? 1 : 5;
        try (Scene scene =
                Scene.over(factory.open(pool, Factory.LONG), "backoff.initial=50ms", "backoff.jitter=none")) {
            scene.server().on("/warm").reply(Reply.ok(""));
            scene.client().get().uri("/warm").retrieve().toBodilessEntity();
            scene.server().on("/a").reply(givenUp, Reply.ok("fine"));
            long start = System.nanoTime();

            String body = scene.client().get().uri("/a").retrieve().body(String.class);

            long took = (System.nanoTime() - start) / 1_000_000;
            assertThat(body).isEqualTo("fine");
            assertThat(scene.server().requests().stream()
                            .filter(request -> request.path().equals("/a"))
                            .map(SeenRequest::connection)
                            .distinct())
                    .hasSize(expected);
            return took;
        }
    }
}
