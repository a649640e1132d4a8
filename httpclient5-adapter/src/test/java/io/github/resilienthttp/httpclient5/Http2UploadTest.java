// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.H2Error;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that answers before it has read the request: the body is sent again from its first byte, whole and once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2UploadTest {
    private static final int TIMES = 100;

    private final byte[] whole = new byte[2_000_000];

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    @ParameterizedTest
    @EnumSource
    void aPutThatWasRefusedEarlyArrivesByteForByte(Http2Kind kind) throws Exception {
        new Random(42).nextBytes(whole);
        Queue<Integer> ended = new ConcurrentLinkedQueue<>();
        Http2Handler refusesEarly = stream -> {
            if (stream.connection().first(stream)) {
                // At times some of the body has come by then.
                int number = Integer.parseInt(stream.path().substring(1));
                int begin = number % 3 == 0 ? 0 : Objects.requireNonNull(stream.next()).length;
                stream.answer(503, "later");
                if (number % 2 == 0) {
                    stream.reset(H2Error.NO_ERROR);
                } else {
                    // The client may have sent it all before it saw the answer.
                    ended.add(begin + stream.body().length);
                }
            } else {
                byte[] body = stream.body();
                stream.answer(200, body.length + " " + crc(body));
            }
        };
        try (Http2Scene scene = Http2Scene.with(
                kind, refusesEarly, "backoff.initial=1ms", "budget.enabled=false", "circuit-breaker.enabled=false")) {
            String[] answers = new String[TIMES];
            for (int i = 0; i < TIMES; i++) {
                answers[i] = put(scene, "/" + i);
            }

            assertThat(answers).containsOnly(whole.length + " " + crc(whole));
            assertThat(scene.server().streams()).hasSize(2 * TIMES);
            for (int i = 0; i < TIMES; i++) {
                assertThat(scene.streams("/" + i)).hasSize(2);
            }
            assertThat(ended).as("a part that passes for the whole").allMatch(length -> length == whole.length);
            if (kind != Http2Kind.PLAIN_POOL) {
                assertThat(scene.server().connectionCount()).isEqualTo(1);
            }
        }
    }

    /** Of unknown length, so that only the end of the stream tells the server that it has it all. */
    private String put(Http2Scene scene, String path) throws Exception {
        AsyncEntityProducer body = new BasicAsyncEntityProducer(whole, ContentType.APPLICATION_OCTET_STREAM, true);
        HttpClientContext context = HttpClientContext.create();
        CompletableFuture<SimpleHttpResponse> answer = scene.start(
                new BasicRequestProducer(Method.PUT, scene.server().uri(path), body),
                SimpleResponseConsumer.create(),
                context);
        String text = AsyncScene.await(answer).getBodyText();
        assertThat(Scene.report(context).attempts()).hasSize(2);
        return text;
    }
}
