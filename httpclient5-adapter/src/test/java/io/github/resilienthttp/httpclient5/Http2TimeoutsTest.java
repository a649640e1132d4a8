// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code timeout.attempt} over HTTP/2, where HttpClient's own timeouts do not hold. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2TimeoutsTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final String SHORT = "timeout.attempt=300ms";

    private final HttpClientContext context = HttpClientContext.create();

    @ParameterizedTest
    @EnumSource
    void anAttemptEndsInTime(Http2Kind kind) throws Exception {
        try (Http2Scene scene = Http2Scene.with(kind, Http2Stream::awaitReset, FAST, SHORT)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/", context)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("attempt timeout of 300 ms");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
        }
    }

    @Test
    void aLeaseEndsInTimeAndWhatGaveUpIsNotSent() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Http2Handler slow = stream -> {
            over.await();
            stream.answer(200, "ok");
        };
        try (Http2Scene scene = Http2Scene.pooled(1, slow, FAST, "clients.short.timeout.attempt=300ms")) {
            CompletableFuture<SimpleHttpResponse> held = scene.start("GET", "/held");
            scene.awaitStreams("/held", 1);
            HttpClientContext waiting = Http2Scene.of("short");
            long start = System.nanoTime();

            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/waits", waiting)))
                    .isInstanceOf(SocketTimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(Scene.report(waiting).reason()).isEqualTo(Reason.LOCAL);
            over.countDown();
            assertThat(AsyncScene.await(held).getBodyText()).isEqualTo("ok");
            // The late lease was given back, and serves the next.
            assertThat(scene.send("GET", "/next").text()).isEqualTo("ok");
            assertThat(scene.streams("/waits")).isEmpty();
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void whatTheServersLimitHoldsBackIsNeverSentOnceItGaveUp(Http2Kind kind) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Http2Handler slow = stream -> {
            if (stream.path().equals("/held")) {
                over.await();
            }
            stream.answer(200, "ok");
        };
        H2Setting one = new H2Setting(H2Param.MAX_CONCURRENT_STREAMS, 1);
        try (Http2Scene scene = Http2Scene.limited(
                kind, one, slow, FAST, "clients.short.timeout.attempt=300ms", "clients.short.retry.max-attempts=1")) {
            assertThat(scene.send("GET", "/warm").text()).isEqualTo("ok");
            scene.awaitNoLease();
            CompletableFuture<SimpleHttpResponse> held = scene.start("GET", "/held");
            scene.awaitStreams("/held", 1);
            HttpClientContext waiting = Http2Scene.of("short");

            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/waits", waiting)))
                    .isInstanceOf(SocketTimeoutException.class);

            assertThat(Scene.report(waiting).attempts().get(0).verdict()).isEqualTo(Verdict.UNREACHABLE);
            over.countDown();
            assertThat(AsyncScene.await(held).getBodyText()).isEqualTo("ok");
            assertThat(scene.send("GET", "/next").text()).isEqualTo("ok");
            assertThat(scene.streams("/waits")).isEmpty();
            assertThat(scene.server().streams())
                    .noneMatch(stream -> stream.method().equals("POST"));
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatHasDiedIsReplaced(Http2Kind kind) throws Exception {
        Http2Handler dies = stream -> {
            if (stream.connection().isFirst()) {
                stream.awaitReset();
            } else {
                stream.answer(200, "alive");
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, dies, FAST, SHORT, "retry.max-attempts=4")) {
            assertThat(scene.send("GET", "/").text()).isEqualTo("alive");
            assertThat(scene.server().connectionCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatNeverSpeaksIsUnreachable(Http2Kind kind) throws Exception {
        try (ScriptedServer server = ScriptedServer.start().onAccept(Fate.SILENCE);
                ResilientHttp resilience = Scene.engine(List.of(FAST, SHORT));
                CloseableHttpAsyncClient client = kind.build(resilience, 5).client()) {
            client.start();
            SimpleHttpRequest post = SimpleHttpRequest.create("POST", server.uri("/"));
            Future<SimpleHttpResponse> future = client.execute(post, context, null);

            assertThatThrownBy(future::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);

            assertThat(Scene.report(context).attempts()).hasSize(3).allSatisfy(attempt -> assertThat(attempt.verdict())
                    .isEqualTo(Verdict.UNREACHABLE));
            assertThat(server.connectionCount()).isGreaterThan(1);
            client.close(CloseMode.IMMEDIATE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY"})
    void aHandshakeThatStallsIsUnreachable(Http2Kind kind) throws Exception {
        try (ScriptedServer server = ScriptedServer.start().onAccept(Fate.SILENCE);
                ResilientHttp resilience = Scene.engine(List.of(FAST, SHORT, "retry.max-attempts=2"));
                CloseableHttpAsyncClient client = kind.build(resilience, 5).client()) {
            client.start();
            SimpleHttpRequest post = SimpleHttpRequest.create("POST", "https://127.0.0.1:" + server.port() + "/");

            assertThatThrownBy(client.execute(post, context, null)::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);

            assertThat(Scene.report(context).attempts()).hasSize(2).allSatisfy(attempt -> assertThat(attempt.verdict())
                    .isEqualTo(Verdict.UNREACHABLE));
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
