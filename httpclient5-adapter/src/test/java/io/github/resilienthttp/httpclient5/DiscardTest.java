// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On both sides of what is drained by default. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiscardTest {
    private static final Reply ERROR = Reply.status(503);

    static Stream<Reply> small() {
        return Stream.of(
                ERROR.body("x".repeat(16_000)), ERROR.body("x".repeat(16_000)).chunked());
    }

    @ParameterizedTest
    @MethodSource("small")
    void theConnectionOfASmallBodyIsUsedAgain(Reply error) throws IOException {
        try (Scene scene = scene()) {
            scene.server().on("/").reply(error, Reply.ok("2"));

            assertThat(scene.send(new HttpGet(scene.server().uri("/"))).text()).isEqualTo("2");

            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    static Stream<Reply> costly() {
        return Stream.of(
                ERROR.body("x".repeat(16_385)),
                ERROR.body("x".repeat(20_000)).chunked(),
                ERROR.body("sorry").closing());
    }

    @ParameterizedTest
    @MethodSource("costly")
    void theConnectionOfABodyThatTakesLongIsDroppedInTime(Reply error) throws IOException {
        try (Scene scene = scene()) {
            scene.server().on("/").reply(error, Reply.ok("2"));
            long start = System.nanoTime();

            assertThat(scene.send(new HttpGet(scene.server().uri("/"))).text()).isEqualTo("2");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(scene.server().connectionCount()).isEqualTo(2);
        }
    }

    private static Scene scene() {
        return Scene.with("backoff.initial=1ms");
    }
}
