// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class RedirectTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aHopThatFailsIsSentAgainAndNotTheOneBefore() throws IOException {
        try (Scene scene = Scene.with(FAST, "attempt-header=X-Attempt")) {
            scene.server().on("/pay").reply(Reply.status(303).header("Location", "/receipt"));
            scene.server().on("/receipt").reply(Reply.status(503), Reply.ok("receipt"));
            HttpPost post = new HttpPost(scene.server().uri("/pay"));
            post.setEntity(new StringEntity("10"));

            Answer answer = scene.send(post);

            assertThat(answer.text()).isEqualTo("receipt");
            assertThat(scene.server().requests())
                    .extracting(SeenRequest::method)
                    .containsExactly("POST", "GET", "GET");
            assertThat(scene.server().requests())
                    .extracting(seen -> seen.header("X-Attempt").orElse("none"))
                    .containsExactly("1/3", "1/3", "2/3");
            assertThat(answer.statuses()).containsExactly(303, 503, 200);
        }
    }

    @Test
    void hopsShareTheAttemptsOfTheirCall() throws IOException {
        try (Scene scene = Scene.with(FAST);
                ScriptedServer other = ScriptedServer.start()) {
            scene.server()
                    .on("/")
                    .reply(
                            Reply.status(503),
                            Reply.status(302).header("Location", other.uri("/").toString()));
            other.on("/").reply(Reply.status(503).body("still"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.text()).isEqualTo("still");
            assertThat(answer.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(scene.server().requestCount() + other.requestCount()).isEqualTo(4);
        }
    }
}
