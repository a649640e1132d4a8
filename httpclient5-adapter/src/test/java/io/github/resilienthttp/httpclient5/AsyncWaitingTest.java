// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncWaitingTest {
    private static final Reply LATER =
            Reply.status(503).header("Retry-After", "1").body("come back");
    private static final Reply MUCH_LATER =
            Reply.status(503).header("Retry-After", "15").body("come back");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpClientContext context = HttpClientContext.create();

    @Test
    void toCloseTheEngineCompletesTheFuturesOfCallsThatWait() throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/").reply(MUCH_LATER, Reply.ok("no"));
            CompletableFuture<SimpleHttpResponse> waiting = scene.start(scene.request("GET", "/"), context);
            scene.server().awaitRequests(1, SOON);
            scene.awaitNoLease();

            scene.resilience().close();

            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CallRefusedException.class)
                    .satisfies(failure -> assertThat(((CallRefusedException) failure.getCause()).status())
                            .isEqualTo(503));
        }
    }

    @Test
    void aFutureOfAClientThatWasClosedMeanwhileEndsWithItsWait() throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/").reply(LATER, Reply.ok("no"));
            CompletableFuture<SimpleHttpResponse> waiting = scene.start(scene.request("GET", "/"), context);
            scene.server().awaitRequests(1, SOON);
            scene.awaitNoLease();

            scene.client().close();

            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
