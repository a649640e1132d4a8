// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.Closer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine reads the beginning of an error's body; the caller gets all of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorBodyTest {
    private static final String HINT = "{\"retryAfter\": 3600, \"message\": \"tomorrow\"}";

    static Stream<Reply> hints() throws IOException {
        return Stream.of(
                json(503).header("Content-Encoding", "gzip").body(gzip(HINT)),
                json(503).header("Content-Encoding", "gzip").body(gzip(HINT)).chunked());
    }

    @ParameterizedTest
    @MethodSource("hints")
    void aHintInABodyIsReadAndTheBodyStaysTheCallers(Reply reply) throws IOException {
        try (Scene scene = Scene.with()) {
            scene.server().on("/").reply(reply);

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.text()).isEqualTo(HINT);
            assertThat(answer.report().reason()).isEqualTo(Reason.HINT_TOO_LONG);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void whatIsKnownOfTheEntityStays() throws IOException {
        try (Scene scene = Scene.with("retry.max-attempts=1")) {
            scene.server().on("/").reply(json(503).body(HINT));
            try (ClassicHttpResponse response =
                    scene.open(new HttpGet(scene.server().uri("/")))) {
                assertThat(response.getEntity().getContentLength()).isEqualTo(HINT.length());
                assertThat(response.getEntity().getContentType()).isEqualTo("application/json");
                assertThat(response.getEntity().isChunked()).isFalse();
                assertThat(response.getEntity().getTrailers().get()).isEmpty();
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                response.getEntity().writeTo(copy);
                assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo(HINT);
            }
        }
    }

    @Test
    void aBombIsNotUnpackedButHandedOver() throws IOException {
        String bomb = "[" + " ".repeat(5_000_000) + "]";
        try (Scene scene = Scene.with("retry.max-attempts=1")) {
            scene.server()
                    .on("/")
                    .reply(json(503).header("Content-Encoding", "gzip").body(gzip(bomb)));

            assertThat(scene.send(new HttpGet(scene.server().uri("/"))).text()).isEqualTo(bomb);
        }
    }

    @Test
    void aTruncatedBodyGivesItsBytesAndThenFails() throws IOException {
        try (Scene scene = Scene.with("retry.max-attempts=1")) {
            scene.server().on("/").reply(json(503).body("{\"a\"").declaring(50).then(Fate.CLOSE));
            ClassicHttpResponse response = scene.open(new HttpGet(scene.server().uri("/")));
            InputStream body = response.getEntity().getContent();

            assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("{\"a\"");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);

            Closer.closeQuietly(response);
        }
    }

    static Stream<Reply> stalled() {
        return Stream.of(
                json(503).body("{\"a\"").declaring(50).then(Fate.SILENCE),
                json(503).body("{\"a\"").chunked().cut(Cut.BODY, Fate.SILENCE));
    }

    @ParameterizedTest
    @MethodSource("stalled")
    void aBodyThatStallsCanBeClosedAtOnce(Reply reply) throws IOException {
        try (Scene scene = Scene.with("retry.max-attempts=1")) {
            scene.server().on("/").reply(reply);
            long start = System.nanoTime();
            try (ClassicHttpResponse response =
                    scene.open(new HttpGet(scene.server().uri("/")))) {
                assertThat(response.getCode()).isEqualTo(503);
                EntityUtils.consumeQuietly(response.getEntity());
            }
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        }
    }

    private static Reply json(int status) {
        return Reply.status(status).header("Content-Type", "application/json");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
