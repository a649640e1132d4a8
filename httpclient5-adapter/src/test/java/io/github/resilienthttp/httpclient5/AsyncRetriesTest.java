// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.util.Random;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncRetriesTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aRequestIsSentAgainUntilItIsAnswered() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(503).body("later"), Reply.ok("done"));

            Answer answer = scene.send(scene.request("GET", "/"));

            assertThat(answer.text()).isEqualTo("done");
            assertThat(answer.statuses()).containsExactly(503, 503, 200);
            assertThat(answer.report().outcome()).isEqualTo(CallOutcome.RECOVERED);
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aPutIsSentAgainByteForByte() throws Exception {
        byte[] body = new byte[300_000];
        new Random(1).nextBytes(body);
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(502).body("later"), Reply.ok("done"));
            SimpleHttpRequest put = scene.request("PUT", "/");
            put.setBody(body, ContentType.APPLICATION_OCTET_STREAM);

            assertThat(scene.send(put).text()).isEqualTo("done");

            assertThat(scene.server().requests()).hasSize(3).allSatisfy(seen -> assertThat(seen.body())
                    .isEqualTo(body));
        }
    }

    @Test
    void theLastResponseIsTheCallersWhole() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(503));
            scene.server().on("/").reply(Reply.status(500).body("third"));

            Answer answer = scene.send(scene.request("GET", "/"));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("third");
            assertThat(answer.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(scene.server().requestCount()).isEqualTo(3);
        }
    }

    @Test
    void aPostIsNotSentTwiceForA503() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/pay").reply(Reply.status(503).header("Retry-After", "0"), Reply.ok("again"));
            SimpleHttpRequest post = scene.request("POST", "/pay");
            post.setBody("10", ContentType.TEXT_PLAIN);

            Answer answer = scene.send(post);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.report().reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aPostWhoseConnectionBreaksIsNotSentTwice() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/pay").reply(Reply.nothing(Fate.RESET), Reply.ok("again"));
            SimpleHttpRequest post = scene.request("POST", "/pay");
            post.setBody("10", ContentType.TEXT_PLAIN);

            assertThatThrownBy(() -> scene.send(post)).isInstanceOf(IOException.class);

            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aGetWhoseConnectionBreaksIsSentAgain() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(Reply.nothing(Fate.RESET), Reply.ok("again"));

            assertThat(scene.send(scene.request("GET", "/")).text()).isEqualTo("again");
        }
    }

    @Test
    void hopsShareOneCall() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(302).header("Location", "/next"));
            scene.server().on("/next").reply(Reply.status(503), Reply.ok("there"));

            Answer answer = scene.send(scene.request("GET", "/"));

            assertThat(answer.text()).isEqualTo("there");
            assertThat(answer.statuses()).containsExactly(503, 302, 503, 200);
        }
    }
}
