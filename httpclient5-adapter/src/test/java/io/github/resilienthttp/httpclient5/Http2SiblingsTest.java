// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Verdict;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http2.H2Error;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What befalls one stream of a shared connection leaves the five others alone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2SiblingsTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final int SIBLINGS = 5;

    private final CountDownLatch over = new CountDownLatch(1);

    /** Answers the siblings once the test is over with the one, and every stream but the first for a path with "again". */
    private Http2Handler after(Http2Handler first) {
        return stream -> {
            if (stream.path().equals("/sibling")) {
                byte[] body = stream.body();
                over.await();
                stream.answer(200, body.length + " bytes");
            } else if (!stream.path().equals("/warm") && stream.connection().first(stream)) {
                first.serve(stream);
            } else {
                stream.answer(200, "again");
            }
        };
    }

    private static List<CompletableFuture<SimpleHttpResponse>> siblings(Http2Scene scene)
            throws IOException, InterruptedException {
        // The pool shares connections that it has had back once.
        assertThat(scene.send("GET", "/warm").text()).isEqualTo("again");
        scene.awaitNoLease();
        List<CompletableFuture<SimpleHttpResponse>> all = new ArrayList<>();
        for (int i = 0; i < SIBLINGS; i++) {
            all.add(scene.start("POST", "/sibling"));
        }
        scene.awaitStreams("/sibling", SIBLINGS);
        return all;
    }

    private void assertAlive(Http2Scene scene, List<CompletableFuture<SimpleHttpResponse>> siblings)
            throws IOException, InterruptedException {
        over.countDown();
        for (CompletableFuture<SimpleHttpResponse> sibling : siblings) {
            assertThat(AsyncScene.await(sibling).getBodyText()).isEqualTo("2 bytes");
        }
        assertThat(scene.streams("/sibling")).hasSize(SIBLINGS);
        assertThat(scene.server().connectionCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"HTTP2_ONLY, GET", "HTTP2_ONLY, POST", "MULTIPLEXING_POOL, GET", "MULTIPLEXING_POOL, POST"})
    void aRefusedStreamIsSentAgainWhateverItsMethod(Http2Kind kind, String method) throws Exception {
        try (Http2Scene scene = Http2Scene.with(kind, after(stream -> stream.reset(H2Error.REFUSED_STREAM)), FAST)) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);

            Answer answer = scene.send(method, "/one");

            assertThat(answer.text()).isEqualTo("again");
            assertThat(answer.report().attempts().get(0).verdict()).isEqualTo(Verdict.UNREACHABLE);
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aResetStreamIsSentAgainWhereThatIsSafe(Http2Kind kind) throws Exception {
        try (Http2Scene scene = Http2Scene.with(kind, after(stream -> stream.reset(H2Error.INTERNAL_ERROR)), FAST)) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);

            assertThat(scene.send("GET", "/one").text()).isEqualTo("again");
            assertThatThrownBy(() -> scene.send("POST", "/two")).isInstanceOf(IOException.class);

            assertThat(scene.streams("/two")).hasSize(1);
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void anAttemptThatRanOutIsSentAgain(Http2Kind kind) throws Exception {
        try (Http2Scene scene =
                Http2Scene.with(kind, after(Http2Stream::awaitReset), FAST, "clients.short.timeout.attempt=300ms")) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);
            HttpClientContext context = Http2Scene.of("short");

            assertThat(AsyncScene.await(scene.start("GET", "/one", context)).getBodyText())
                    .isEqualTo("again");
            assertThatThrownBy(() -> AsyncScene.await(scene.start("POST", "/two", Http2Scene.of("short"))))
                    .isInstanceOf(SocketTimeoutException.class);

            assertThat(Scene.report(context).attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aLateAnswerToAnAttemptThatRanOutIsReset(Http2Kind kind) throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Http2Handler answersLate = stream -> {
            late.await();
            stream.head(200, false);
            stream.awaitReset();
        };
        try (Http2Scene scene =
                Http2Scene.with(kind, after(answersLate), FAST, "clients.short.timeout.attempt=300ms")) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);

            SimpleHttpResponse response = AsyncScene.await(scene.start("GET", "/one", Http2Scene.of("short")));
            late.countDown();
            scene.streams("/one").get(0).awaitReset();

            assertThat(response.getBodyText()).isEqualTo("again");
            assertThat(scene.streams("/one").get(0).resetCode()).isEqualTo(H2Error.CANCEL.getCode());
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aCancelledRequestEndsAlone(Http2Kind kind) throws Exception {
        Http2Handler drips = stream -> {
            for (int i = 0; i < 2000 && !stream.isReset(); i++) {
                stream.head(103, false);
                Thread.sleep(5);
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, after(drips), FAST)) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);
            CompletableFuture<SimpleHttpResponse> one = scene.start("GET", "/one");
            scene.awaitStreams("/one", 1);

            one.cancel(true);

            scene.streams("/one").get(0).awaitReset();
            assertThat(scene.streams("/one")).hasSize(1);
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aBodyThatIsTooLongToDiscardIsReset(Http2Kind kind) throws Exception {
        Http2Handler endless = stream -> {
            stream.head(503, false);
            while (true) {
                stream.data(new byte[10_000], 10_000);
            }
        };
        try (Http2Scene scene = Http2Scene.with(kind, after(endless), FAST)) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);

            assertThat(scene.send("GET", "/one").text()).isEqualTo("again");

            scene.streams("/one").get(0).awaitReset();
            assertThat(scene.streams("/one").get(0).resetCode()).isEqualTo(H2Error.CANCEL.getCode());
            assertAlive(scene, siblings);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP2_ONLY", "MULTIPLEXING_POOL"})
    void aBodyThatStallsIsLeftInTime(Http2Kind kind) throws Exception {
        Http2Handler stalls = stream -> {
            stream.head(503, false);
            stream.data(new byte[40_000], 40_000);
            stream.awaitReset();
        };
        try (Http2Scene scene = Http2Scene.with(kind, after(stalls), FAST, "discard.max-time=100ms")) {
            List<CompletableFuture<SimpleHttpResponse>> siblings = siblings(scene);

            assertThat(scene.send("GET", "/one").text()).isEqualTo("again");

            scene.streams("/one").get(0).awaitReset();
            assertAlive(scene, siblings);
        }
    }
}
