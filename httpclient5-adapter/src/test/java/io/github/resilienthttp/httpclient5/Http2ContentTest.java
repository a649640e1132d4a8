// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller gets of HTTP/2 responses. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2ContentTest {
    private static final String FAST = "backoff.initial=1ms";

    private static CompletableFuture<byte[]> take(Http2Scene scene, Http2Taker taker, HttpClientContext context) {
        return scene.start(SimpleRequestProducer.create(scene.request("GET", "/")), taker, context);
    }

    @ParameterizedTest
    @EnumSource
    void aLongBodyComesNoFasterThanItIsTaken(Http2Kind kind) throws Exception {
        byte[] body = new byte[5_000_000];
        new Random(7).nextBytes(body);
        AtomicInteger sent = new AtomicInteger();
        Http2Handler streams = stream -> {
            if (stream.connection().first(stream)) {
                stream.answer(503, "later");
                return;
            }
            stream.head(200, false);
            for (int from = 0; from < body.length; from += 10_000) {
                byte[] part = Arrays.copyOfRange(body, from, from + 10_000);
                stream.data(part, part.length);
                sent.addAndGet(part.length);
            }
            stream.end();
        };
        try (Http2Scene scene = Http2Scene.with(kind, streams, FAST)) {
            Http2Taker taker = new Http2Taker();
            CompletableFuture<byte[]> whole = take(scene, taker, HttpClientContext.create());
            taker.begun().await();
            int before;
            do {
                before = sent.get();
                TimeUnit.MILLISECONDS.sleep(100);
            } while (before != sent.get());

            assertThat(sent.get()).isLessThan(200_000);
            assertThat(whole).isNotDone();
            taker.open();

            assertThat(AsyncScene.await(whole)).isEqualTo(body);
            assertThat(taker.heads()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60_000, 70_000, 400_000})
    void anErrorBodyThatWasLookedAtIsWholeForTheCaller(int length) throws Exception {
        String json = "{\"retryAfter\": 3600, \"x\": \"" + "x".repeat(length) + "\"}";
        Http2Handler fails = stream -> stream.answer(503, json, "content-type", "application/json");
        for (Http2Kind kind : Http2Kind.values()) {
            try (Http2Scene scene = Http2Scene.with(kind, fails, FAST, "retry.max-attempts=2")) {
                Answer answer = scene.send("GET", "/");

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text()).isEqualTo(json);
                assertThat(answer.report().reason())
                        .isEqualTo(length > 65_000 ? Reason.ATTEMPTS_EXHAUSTED : Reason.HINT_TOO_LONG);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHintInABodyIsWaitedFor(Http2Kind kind) throws Exception {
        Http2Handler hints = stream -> {
            if (stream.connection().first(stream)) {
                stream.answer(429, "{\"retryAfter\": 0.2}", "content-type", "application/json");
            } else {
                stream.answer(200, "ok");
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, hints, FAST)) {
            Answer answer = scene.send("POST", "/");

            assertThat(answer.text()).isEqualTo("ok");
            assertThat(answer.report().attempts().get(1).waitBeforeSource()).isEqualTo(WaitSource.HINT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void trailersArrive(Http2Kind kind) throws Exception {
        Http2Handler trails = stream -> {
            stream.head(200, false);
            stream.data(new byte[] {'o', 'k'}, 2);
            stream.trailers(List.of(new BasicHeader("x-sum", "42")));
        };
        try (Http2Scene scene = Http2Scene.with(kind, trails, FAST)) {
            Http2Taker taker = Http2Taker.eager();

            assertThat(AsyncScene.await(take(scene, taker, HttpClientContext.create())))
                    .asString()
                    .isEqualTo("ok");
            assertThat(taker.trailers()).containsExactly("x-sum: 42");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentAgainOnceTheCallerHasSeenOfTheBody(Http2Kind kind) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        Http2Handler breaks = stream -> {
            stream.head(200, false);
            stream.data(new byte[] {'o', 'n', 'e'}, 3);
            seen.await();
            stream.reset(H2Error.INTERNAL_ERROR);
        };
        try (Http2Scene scene = Http2Scene.with(kind, breaks, FAST)) {
            Http2Taker taker = Http2Taker.eager();
            CompletableFuture<byte[]> whole = take(scene, taker, HttpClientContext.create());
            taker.begun().await();
            seen.countDown();

            assertThatThrownBy(() -> AsyncScene.await(whole)).isInstanceOf(H2StreamResetException.class);

            assertThat(taker).hasToString("one");
            assertThat(taker.heads()).isEqualTo(1);
            assertThat(scene.server().streams()).hasSize(1);
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    /** The client of HTTP/2 only does not pass them on. */
    @ParameterizedTest
    @EnumSource(names = {"MULTIPLEXING_POOL", "PLAIN_POOL"})
    void earlyHintsComeFromTheLiveAttemptOnly(Http2Kind kind) throws Exception {
        CountDownLatch lateHintSent = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Http2Handler hints = stream -> {
            if (stream.connection().first(stream)) {
                second.await();
                stream.head(103, false, "x-from", "first");
                lateHintSent.countDown();
                stream.awaitReset();
            } else {
                second.countDown();
                lateHintSent.await();
                stream.head(103, false, "x-from", "second");
                stream.answer(200, "ok");
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, hints, FAST, "timeout.attempt=300ms")) {
            Http2Taker taker = Http2Taker.eager();

            assertThat(AsyncScene.await(take(scene, taker, HttpClientContext.create())))
                    .asString()
                    .isEqualTo("ok");

            assertThat(taker.hints()).containsExactly("second");
            scene.server().streams().get(0).awaitReset();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatIsNoHttpIsAPermanentFailure(Http2Kind kind) throws Exception {
        Http2Handler nonsense = stream -> stream.trailers(List.of(new BasicHeader("x-status", "none")));
        try (Http2Scene scene = Http2Scene.with(kind, nonsense, FAST)) {
            HttpClientContext context = HttpClientContext.create();
            CompletableFuture<SimpleHttpResponse> answer = scene.start("GET", "/", context);

            assertThatThrownBy(() -> AsyncScene.await(answer))
                    .isInstanceOfAny(IOException.class, IllegalStateException.class);

            assertThat(Scene.report(context).reason()).isEqualTo(Reason.PERMANENT);
            assertThat(scene.server().streams()).hasSize(1);
        }
    }
}
