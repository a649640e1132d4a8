// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.IOException;
import java.util.Random;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class StatusRetriesTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aPutIsSentAgainByteForByteUntilItIsAnswered() throws IOException {
        byte[] body = new byte[300_000];
        new Random(1).nextBytes(body);
        try (Scene scene = Scene.with(FAST)) {
            scene.server()
                    .on("/thing")
                    .reply(Reply.status(503), Reply.status(502).body("later"), Reply.ok("done"));
            HttpPut put = new HttpPut(scene.server().uri("/thing"));
            put.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));

            Answer answer = scene.send(put);

            assertThat(answer.text()).isEqualTo("done");
            assertThat(answer.statuses()).containsExactly(503, 502, 200);
            assertThat(answer.report().outcome()).isEqualTo(CallOutcome.RECOVERED);
            assertThat(scene.server().requests()).hasSize(3).allSatisfy(seen -> assertThat(seen.body())
                    .isEqualTo(body));
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void theLastResponseIsTheCallersWhole() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(503).body("first"), Reply.status(503).body("second"));
            scene.server()
                    .on("/")
                    .reply(Reply.status(500).header("X-Which", "third").body("third"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("third");
            assertThat(answer.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(scene.server().requestCount()).isEqualTo(3);
        }
    }

    @Test
    void aPostIsNotSentTwiceForA503() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/pay").reply(Reply.status(503).header("Retry-After", "0"), Reply.ok("again"));
            HttpPost post = new HttpPost(scene.server().uri("/pay"));
            post.setEntity(new StringEntity("10"));

            Answer answer = scene.send(post);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.report().reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aThrottledPostIsSentAgainWhenTheServerSays() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/pay").reply(Reply.status(429).header("retry-after-ms", "150"), Reply.ok("paid"));
            HttpPost post = new HttpPost(scene.server().uri("/pay"));
            post.setEntity(new StringEntity("10"));

            Answer answer = scene.send(post);

            assertThat(answer.text()).isEqualTo("paid");
            SeenRequest first = scene.server().requests().get(0);
            SeenRequest second = scene.server().requests().get(1);
            assertThat(second.arrivedNanos() - first.arrivedNanos()).isGreaterThanOrEqualTo(150_000_000);
            assertThat(second.text()).isEqualTo("10");
        }
    }

    @Test
    void aClientErrorIsNeverSentAgain() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(404).header("Retry-After", "0").body("none"), Reply.ok("no"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.text()).isEqualTo("none");
            assertThat(answer.report().reason()).isEqualTo(Reason.REJECTED);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aHintOfSixtyThousandDigitsEndsTheCallAtOnceWithTheResponse() throws IOException {
        Http1Config patient = Http1Config.custom().setMaxLineLength(100_000).build();
        try (Scene scene = Scene.pooled(
                connections -> connections.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(patient)
                        .build()),
                FAST)) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(503)
                            .header("Retry-After", "9".repeat(60_000))
                            .body("much later"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("much later");
            assertThat(answer.report().reason()).isEqualTo(Reason.HINT_TOO_LONG);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }
}
