// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
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
    void aPoolOfOneServesOthersWhileACallWaits() throws Exception {
        try (AsyncScene scene = AsyncScene.with("cooldown.enabled=false")) {
            scene.server().on("/busy").reply(LATER, Reply.ok("at last"));
            scene.server().on("/other").reply(Reply.ok("at once"));
            CompletableFuture<SimpleHttpResponse> waiting = scene.start(scene.request("GET", "/busy"), context);
            scene.server().awaitRequests(1, SOON);

            Answer unrelated = scene.send(scene.request("GET", "/other"));

            assertThat(waiting).isNotDone();
            assertThat(unrelated.text()).isEqualTo("at once");
            assertThat(AsyncScene.await(waiting).getBodyText()).isEqualTo("at last");
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void toCancelTheFutureEndsAWait() throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/").reply(MUCH_LATER, Reply.ok("no"));
            CompletableFuture<SimpleHttpResponse> waiting = scene.start(scene.request("GET", "/"), context);
            scene.server().awaitRequests(1, SOON);
            scene.awaitNoLease();
            TimeUnit.MILLISECONDS.sleep(50);

            waiting.cancel(true);

            awaitEnd(scene);
            assertThat(scene.leased()).isZero();
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void toCancelTheFutureEndsAnAttemptAndNoOtherFollows() throws Exception {
        try (AsyncScene scene = AsyncScene.with()) {
            scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), Reply.ok("no"));
            CompletableFuture<SimpleHttpResponse> sending = scene.start(scene.request("GET", "/"), context);
            scene.server().awaitRequests(1, SOON);

            sending.cancel(true);

            awaitEnd(scene);
            scene.awaitNoLease();
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

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

    /** A cancelled future is done before the call is: what pins the scope is the call. */
    private void awaitEnd(AsyncScene scene) throws InterruptedException {
        for (int tries = 0; scene.activeCalls() > 0 && tries < 600; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(scene.activeCalls()).isZero();
        assertThat(AsyncScene.report(context).reason()).isEqualTo(Reason.CANCELLED);
    }
}
