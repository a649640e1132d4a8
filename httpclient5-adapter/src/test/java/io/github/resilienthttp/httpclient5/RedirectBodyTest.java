// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HttpClient reads a redirect's body to its end before it follows: how far is for the engine to bound. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedirectBodyTest {
    private static final Reply MOVED = Reply.status(302).header("Location", "/new");
    private static final String SOON = "discard.max-time=200ms";

    static Stream<Reply> costly() {
        return Stream.of(
                MOVED.endlessBody(),
                MOVED.chunked().endlessBody(),
                MOVED.body("moved").chunked().endlessBody().dripBody(Duration.ofMillis(10)),
                MOVED.body("moved").declaring(100).then(Fate.SILENCE),
                MOVED.body("moved").declaring(100).then(Fate.RESET));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void aBodyThatTakesLongDoesNotHoldTheRedirect(Reply redirect) throws IOException {
        try (Scene scene = Scene.with(SOON)) {
            scene.server().on("/old").reply(redirect);
            scene.server().on("/new").reply(Reply.ok("here"));

            assertThat(scene.send(new HttpGet(scene.server().uri("/old"))).text())
                    .isEqualTo("here");
        }
    }

    @ParameterizedTest
    @MethodSource("costly")
    void norOneThatCallsBack(Reply redirect) throws Exception {
        try (AsyncScene scene = AsyncScene.with(SOON)) {
            scene.server().on("/old").reply(redirect);
            scene.server().on("/new").reply(Reply.ok("here"));

            assertThat(scene.send(scene.request("GET", "/old")).text()).isEqualTo("here");
        }
    }

    @Test
    void theConnectionOfASmallBodyIsUsedAgain() throws IOException {
        try (Scene scene = Scene.with()) {
            scene.server().on("/old").reply(MOVED.body("x".repeat(9_000)));
            scene.server().on("/new").reply(Reply.ok("here"));

            scene.send(new HttpGet(scene.server().uri("/old")));

            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void andByOneThatCallsBack() throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/old").reply(MOVED.body("x".repeat(9_000)).chunked());
            scene.server().on("/new").reply(Reply.ok("here"));

            scene.send(scene.request("GET", "/old"));

            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectThatIsNotFollowedIsTheCallersWhole() throws IOException {
        try (Scene scene = Scene.with(SOON)) {
            scene.server().on("/old").reply(MOVED.body("x".repeat(100_000)).chunked());
            HttpClientContext context = HttpClientContext.create();
            context.setRequestConfig(
                    RequestConfig.custom().setRedirectsEnabled(false).build());

            Answer answer = scene.send(new HttpGet(scene.server().uri("/old")), context);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.text()).hasSize(100_000);
        }
    }
}
