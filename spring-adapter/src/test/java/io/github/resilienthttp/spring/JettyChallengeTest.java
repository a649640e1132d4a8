// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;

/** A challenge by the server, which Jetty would like to answer itself. */
class JettyChallengeTest {
    private static final Reply CHALLENGE =
            Reply.status(401).header("WWW-Authenticate", "Basic realm=\"x\"").body("who is it?");

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void aChallengeThatComesBeforeTheBodyWasSentIsDelivered(int status) throws Exception {
        String header = status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        Reply early = Reply.status(status)
                .header(header, "Basic realm=\"x\"")
                .body("who is it?")
                .early();
        try (Scene scene = Scene.with(Factory.JETTY)) {
            scene.server().on("/a").reply(early, Reply.ok("never"));

            assertThatThrownBy(() -> scene.client()
                            .put()
                            .uri("/a")
                            .body(new byte[20_000_000])
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOfSatisfying(HttpClientErrorException.class, thrown -> {
                        assertThat(thrown.getStatusCode().value()).isEqualTo(status);
                        assertThat(thrown.getResponseBodyAsString()).isEqualTo("who is it?");
                    });

            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    /** Stopped and started again it has forgotten what it was given. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatCanBeAnsweredIsAnswered(int restarts) throws Exception {
        HttpClient jetty = JettyResilience.prepare(new HttpClient());
        try (Scene scene = Scene.over(new JettyClientHttpRequestFactory(jetty))) {
            jetty.start();
            for (int i = 0; i < restarts; i++) {
                jetty.stop();
                jetty.start();
            }
            URI here = scene.server().uri("/");
            jetty.getAuthenticationStore().addAuthentication(new BasicAuthentication(here, "x", "me", "secret"));
            scene.server().on("/a").reply(CHALLENGE, Reply.ok("welcome"));

            String body = scene.client().get().uri("/a").retrieve().body(String.class);

            assertThat(body).isEqualTo("welcome");
            List<SeenRequest> seen = scene.server().requests();
            assertThat(seen.get(1).values("Authorization")).hasSize(1);
        } finally {
            jetty.stop();
        }
    }

    @Test
    void aClientThatWasStartedBeforeIsPreparedAsWell() throws Exception {
        HttpClient jetty = new HttpClient();
        jetty.start();
        JettyResilience.prepare(jetty);
        try (Scene scene = Scene.over(new JettyClientHttpRequestFactory(jetty), "timeout.attempt=200ms")) {
            scene.server().on("/a").reply(Reply.ok("late").after(Duration.ofSeconds(1)), Reply.ok("fine"));

            assertThat(scene.client().get().uri("/a").retrieve().body(String.class))
                    .isEqualTo("fine");
            assertThat(scene.server().requests().get(1).connection()).isEqualTo(2);
        } finally {
            jetty.stop();
        }
    }
}
