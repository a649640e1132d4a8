// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    @Test
    void theRoundTripForAChallengeBelongsToTheAttempt() throws IOException {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope("127.0.0.1", -1), new UsernamePasswordCredentials("me", "secret".toCharArray()));
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        AtomicInteger welcome = new AtomicInteger();
        try (Scene scene = Scene.built(
                builder -> builder.setDefaultCredentialsProvider(credentials).disableAuthCaching(),
                "backoff.initial=1ms",
                "attempt-header=X-Attempt",
                "idempotency-key.generate=true")) {
            scene.server().on("/").answer(seen -> {
                answers.merge(seen.header("Idempotency-Key").orElse("none"), 1, Integer::sum);
                if (seen.header("Authorization").isEmpty()) {
                    return Reply.status(401)
                            .header("WWW-Authenticate", "Basic realm=\"r\"")
                            .body("who are you");
                }
                return welcome.incrementAndGet() == 1 ? Reply.status(503) : Reply.ok("welcome");
            });
            HttpPost post = new HttpPost(scene.server().uri("/"));
            post.setEntity(new StringEntity("10"));

            Answer answer = scene.send(post);

            assertThat(answer.text()).isEqualTo("welcome");
            assertThat(answer.statuses()).containsExactly(503, 200);
            assertThat(scene.server().requests())
                    .allSatisfy(seen -> assertThat(seen.text()).isEqualTo("10"));
            assertThat(answers).hasSize(1).doesNotContainKey("none");
            assertThat(scene.server().requests())
                    .extracting(seen -> String.join(",", seen.values("X-Attempt")))
                    .startsWith("1/3", "1/3", "2/3")
                    .doesNotContain("");
        }
    }
}
