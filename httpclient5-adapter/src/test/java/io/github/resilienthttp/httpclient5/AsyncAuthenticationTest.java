// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncAuthenticationTest {
    private static final String[] SETTINGS = {
        "backoff.initial=1ms", "attempt-header=X-Attempt", "idempotency-key.generate=true"
    };

    private final AtomicInteger welcome = new AtomicInteger();

    private static BasicCredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope("127.0.0.1", -1), new UsernamePasswordCredentials("me", "secret".toCharArray()));
        return credentials;
    }

    private Reply greet(SeenRequest seen, int challenge, String asks, String answers) {
        if (seen.header(answers).isEmpty()) {
            return Reply.status(challenge).header(asks, "Basic realm=\"r\"").body("who are you");
        }
        return welcome.incrementAndGet() == 1 ? Reply.status(503) : Reply.ok("welcome");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRoundTripForAChallengeBelongsToTheAttempt(boolean expectContinue) throws Exception {
        try (AsyncScene scene = AsyncScene.built(
                builder -> builder.setDefaultCredentialsProvider(credentials()).disableAuthCaching(), SETTINGS)) {
            scene.server().on("/").answer(seen -> greet(seen, 401, "WWW-Authenticate", "Authorization"));
            SimpleHttpRequest post = scene.request("POST", "/");
            post.setBody("10", ContentType.TEXT_PLAIN);
            post.setConfig(RequestConfig.custom()
                    .setExpectContinueEnabled(expectContinue)
                    .build());

            Answer answer = scene.send(post);

            assertThat(answer.text()).isEqualTo("welcome");
            assertThat(answer.statuses()).containsExactly(503, 200);
            assertThat(scene.server().requests())
                    .allSatisfy(seen -> assertThat(seen.text()).isEqualTo("10"));
            assertThat(scene.server().requests())
                    .extracting(seen -> seen.header("Idempotency-Key").orElse(""))
                    .doesNotContain("")
                    .containsOnly(scene.server()
                            .requests()
                            .get(0)
                            .header("Idempotency-Key")
                            .orElseThrow());
            assertThat(scene.server().requests())
                    .extracting(seen -> String.join(",", seen.values("X-Attempt")))
                    .startsWith("1/3", "1/3", "2/3")
                    .doesNotContain("");
        }
    }

    @Test
    void soDoesTheOneForAChallengeOfTheProxy() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start();
                AsyncScene scene = AsyncScene.built(
                        builder -> builder.setDefaultCredentialsProvider(credentials())
                                .setProxy(new HttpHost("http", "127.0.0.1", proxy.port())),
                        SETTINGS)) {
            proxy.otherwise().answer(seen -> greet(seen, 407, "Proxy-Authenticate", "Proxy-Authorization"));

            Answer answer = scene.send(scene.request("GET", "/far"));

            assertThat(answer.text()).isEqualTo("welcome");
            assertThat(answer.statuses()).containsExactly(503, 200);
            assertThat(proxy.requestCount()).isBetween(3, 4);
            assertThat(scene.server().requestCount()).isZero();
        }
    }
}
