// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http2.H2Error;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that end HTTP/2 connections. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2ClosingTest {
    private static final String FAST = "backoff.initial=1ms";

    /** Ends the connection of the first stream for each path so, and answers the others. */
    private static Http2Handler first(Http2Handler end) {
        return stream -> {
            byte[] body = stream.body();
            if (stream.connection().first(stream)) {
                end.serve(stream);
            } else {
                stream.answer(200, "again, " + body.length);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void getsSurviveAServerThatEndsConnectionsAllTheTime(Http2Kind kind) throws Exception {
        int calls = 2_500;
        Map<Http2Connection, AtomicInteger> served = new ConcurrentHashMap<>();
        Http2Handler tires = stream -> {
            int count = served.computeIfAbsent(stream.connection(), c -> new AtomicInteger())
                    .incrementAndGet();
            if (count <= 3) {
                // In one frame: a body could be cut by the end that another stream brings.
                stream.head(200, true);
            }
            if (count == 3) {
                stream.connection().goAway(stream.id(), H2Error.NO_ERROR);
                stream.connection().drop(false);
            }
        };
        // Each end may cost a call an attempt, as often as it meets one: neither budget nor breaker may count them
        // here.
        try (Http2Scene scene = Http2Scene.with(
                kind,
                tires,
                "retry.max-attempts=20",
                "backoff.initial=1ms",
                "backoff.max=20ms",
                "budget.enabled=false",
                "circuit-breaker.enabled=false")) {
            Deque<CompletableFuture<SimpleHttpResponse>> flying = new ArrayDeque<>();
            int answered = 0;
            for (int i = 0; i < calls; i++) {
                flying.add(scene.start("GET", "/" + i % 7));
                if (flying.size() == 5) {
                    answered += AsyncScene.await(flying.remove()).getCode() == 200 ? 1 : 0;
                }
            }
            for (CompletableFuture<SimpleHttpResponse> last : flying) {
                answered += AsyncScene.await(last).getCode() == 200 ? 1 : 0;
            }
            assertThat(answered).isEqualTo(calls);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPostOnAConnectionThatTakesNoMoreIsSentOnAnother(Http2Kind kind) throws Exception {
        Http2Handler saysGoodbyeFirst = stream -> {
            if (stream.path().equals("/warm")) {
                stream.answer(200, "warm");
                stream.connection().goAway(stream.id(), H2Error.NO_ERROR);
            } else {
                stream.answer(200, stream.body().length + " bytes");
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, saysGoodbyeFirst, "backoff.initial=50ms")) {
            for (int i = 0; i < 20; i++) {
                assertThat(scene.send("GET", "/warm").text()).isEqualTo("warm");
                assertThat(scene.send("POST", "/pay").text()).isEqualTo("2 bytes");
            }
            assertThat(scene.streams("/pay")).as("sent once each").hasSize(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAGoAwayWithAnErrorEndsIsSentAgainWhereThatIsSafe(Http2Kind kind) throws Exception {
        Http2Handler fails = first(stream -> {
            stream.connection().goAway(stream.id(), H2Error.INTERNAL_ERROR);
            stream.connection().drop(false);
        });
        try (Http2Scene scene = Http2Scene.with(kind, fails, FAST)) {
            assertThat(scene.send("GET", "/get").text()).isEqualTo("again, 0");
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/post", context)))
                    .isInstanceOf(IOException.class);

            assertThat(Scene.report(context).reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
            assertThat(scene.streams("/post")).hasSize(1);
        }
    }

    /** HttpCore 5.4 does not tell a stream above the last one of a GOAWAY from one that was served. */
    @ParameterizedTest
    @EnumSource
    void whatAGoAwayLeavesUnservedIsTakenAsMaybeServed(Http2Kind kind) throws Exception {
        Http2Handler shutsDown = first(stream -> {
            stream.connection().goAway(0, H2Error.NO_ERROR);
            stream.connection().drop(false);
        });
        try (Http2Scene scene = Http2Scene.with(kind, shutsDown, FAST)) {
            assertThat(scene.send("GET", "/get").text()).isEqualTo("again, 0");
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/post", context)))
                    .isInstanceOf(IOException.class);

            assertThat(Scene.report(context).attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(scene.streams("/post")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksForCalmIsLeftAlone(Http2Kind kind) throws Exception {
        try (Http2Scene scene = Http2Scene.with(kind, first(stream -> stream.reset(H2Error.ENHANCE_YOUR_CALM)), FAST)) {
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> AsyncScene.await(scene.start("GET", "/get", context)))
                    .isInstanceOf(IOException.class);

            assertThat(Scene.report(context).reason()).isEqualTo(Reason.PERMANENT);
            assertThat(scene.streams("/get")).hasSize(1);
        }
    }
}
