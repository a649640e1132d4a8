package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiscardTest {
    private static final Reply ERROR = Reply.status(503);

    static Stream<Reply> small() {
        return Stream.of(
                ERROR,
                ERROR.body("sorry"),
                ERROR.body("x".repeat(16_000)),
                ERROR.body("sorry").chunked(),
                ERROR.body("sorry").chunked().dripBody(Duration.ofMillis(5)));
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
                ERROR.endlessBody(),
                ERROR.chunked().endlessBody(),
                ERROR.untilClose().endlessBody(),
                ERROR.body("x".repeat(16_385)),
                ERROR.body("x".repeat(20_000)).chunked(),
                ERROR.body("so very sorry").dripBody(Duration.ofMillis(500)),
                ERROR.chunked().endlessBody().dripBody(Duration.ofMillis(10)),
                ERROR.body("sorry").declaring(100).then(Fate.SILENCE),
                ERROR.body("sorry").chunked().cut(Cut.BODY, Fate.SILENCE),
                ERROR.body("sorry").chunked().cut(Cut.BODY, Fate.RESET),
                ERROR.body("sorry").declaring(100).then(Fate.CLOSE),
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
