// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncClosingTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int WAITING = 50;

    @ParameterizedTest
    @EnumSource(CloseMode.class)
    void toCloseTheClientEndsAllItsWaitsAtOnceAndLeavesNoTask(CloseMode mode) throws Exception {
        try (AsyncScene scene =
                AsyncScene.with("cooldown.enabled=false", "budget.enabled=false", "circuit-breaker.enabled=false")) {
            scene.server().on("/").reply(Reply.status(503).header("Retry-After", "9"));
            List<HttpClientContext> contexts = new ArrayList<>();
            List<CompletableFuture<SimpleHttpResponse>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                contexts.add(HttpClientContext.create());
                waiting.add(scene.start(scene.request("GET", "/"), contexts.get(i)));
            }
            scene.server().awaitRequests(WAITING, SOON);
            scene.awaitNoLease();
            assertThat(EngineTasks.left(scene.resilience())).isGreaterThanOrEqualTo(WAITING);

            scene.client().close(mode);

            long closed = System.nanoTime();
            for (CompletableFuture<SimpleHttpResponse> one : waiting) {
                assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(CallRefusedException.class)
                        .satisfies(failure -> assertThat(((CallRefusedException) failure.getCause()).status())
                                .isEqualTo(503));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(1));
            assertThat(contexts)
                    .allSatisfy(context ->
                            assertThat(AsyncScene.report(context).reason()).isEqualTo(Reason.CANCELLED));
            EngineTasks.awaitNone(scene.resilience());
            assertThat(scene.activeCalls()).isZero();
            assertThat(scene.server().requestCount()).isEqualTo(WAITING);
        }
    }

    @Test
    void callsThatWaitBeforeTheirFirstAttemptEndAsWell() throws Exception {
        try (AsyncScene scene = AsyncScene.with("cooldown.max-wait=20s")) {
            scene.server().on("/").reply(Reply.status(503).header("Retry-After", "9"));
            CompletableFuture<SimpleHttpResponse> first =
                    scene.start(scene.request("GET", "/"), HttpClientContext.create());
            scene.server().awaitRequests(1, SOON);
            scene.awaitNoLease();
            CompletableFuture<SimpleHttpResponse> second =
                    scene.start(scene.request("GET", "/"), HttpClientContext.create());
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(second).isNotDone();

            scene.client().close(CloseMode.IMMEDIATE);

            assertThatThrownBy(() -> first.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(CallRefusedException.class);
            assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(CallRefusedException.class);
            EngineTasks.awaitNone(scene.resilience());
        }
    }

    /** HttpClient itself never ends the future of an exchange that its closing cuts off: the attempt timeout does. */
    @Test
    void anAttemptUnderWayEndsInItsTimeAndNoOtherFollows() throws Exception {
        try (AsyncScene scene = AsyncScene.with("timeout.attempt=700ms", "backoff.initial=10s", "backoff.max=10s")) {
            scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), Reply.ok("no"));
            CompletableFuture<SimpleHttpResponse> sending =
                    scene.start(scene.request("GET", "/"), HttpClientContext.create());
            scene.server().awaitRequests(1, SOON);

            scene.client().close(CloseMode.IMMEDIATE);

            assertThatThrownBy(() -> sending.get(2, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            EngineTasks.awaitNone(scene.resilience());
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatStaysOpenIsLeftAlone() throws Exception {
        try (AsyncScene closed = AsyncScene.with();
                AsyncScene open = AsyncScene.with()) {
            open.server().on("/").reply(Reply.status(503).header("Retry-After", "1"), Reply.ok("at last"));
            CompletableFuture<SimpleHttpResponse> waiting =
                    open.start(open.request("GET", "/"), HttpClientContext.create());
            open.server().awaitRequests(1, SOON);

            closed.client().close(CloseMode.IMMEDIATE);

            assertThat(AsyncScene.await(waiting).getBodyText()).isEqualTo("at last");
            EngineTasks.awaitNone(open.resilience());
        }
    }
}
