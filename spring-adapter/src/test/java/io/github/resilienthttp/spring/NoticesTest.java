// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.RestClient;

/** What the log says once, since somebody would want to change it. */
class NoticesTest {
    private static final String BUFFERED = "was buffered whole";
    private static final String OVERRAN = "cannot be cut from outside";
    private static final String UNPREPARED = "was not prepared";

    private final StderrTap log = new StderrTap();

    @AfterEach
    void giveBack() {
        log.close();
    }

    private static void put(Scene scene, RestClient client, int bytes) {
        client.put()
                .uri(scene.server().uri("/a"))
                .body(new byte[bytes])
                .retrieve()
                .toBodilessEntity();
    }

    @Test
    void aLargeBodyThatLayInMemoryIsToldOnceAnInstallation() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK, "replay.max-body=10KB")) {
            scene.server().on("/a").reply(Reply.ok("fine"));
            RestClient client = scene.client();
            put(scene, client, 10_000);
            assertThat(log.linesWith(BUFFERED)).isEmpty();

            put(scene, client, 10_241);
            put(scene, client, 20_000);

            assertThat(log.linesWith(BUFFERED))
                    .singleElement()
                    .asString()
                    .contains("10241 bytes", "client default", "replay.max-body 10", "RestClientResilience.streaming");
            put(scene, scene.client(), 20_000);
            assertThat(log.linesWith(BUFFERED)).hasSize(2);
        }
    }

    @Test
    void oneThatIsStreamedIsNot() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK, "replay.max-body=10KB")) {
            scene.server().on("/a").reply(Reply.ok("fine"));

            put(scene, scene.streamingClient(), 20_000);

            assertThat(log.linesWith(BUFFERED)).isEmpty();
        }
    }

    @Test
    void anAttemptThatWentOnAlthoughItWasCutIsToldOnce() throws Exception {
        try (Scene scene = Scene.with(Factory.SIMPLE, "timeout.attempt=100ms", "retry.max-attempts=1")) {
            scene.server().on("/a").reply(Reply.ok("late").after(Duration.ofMillis(700)));
            RestClient client = scene.client();
            put(scene, client, 1);
            put(scene, client, 1);

            assertThat(log.linesWith(OVERRAN)).singleElement().asString().contains("left it 100 ms", "docs/spring.md");
        }
    }

    @Test
    void oneThatEndedInTimeIsNot() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK, "timeout.attempt=100ms", "retry.max-attempts=1")) {
            scene.server().on("/a").reply(Reply.ok("late").after(Duration.ofMillis(700)));

            assertThatThrownBy(() -> put(scene, scene.client(), 1)).hasCauseInstanceOf(AttemptTimeoutException.class);

            assertThat(log.linesWith(OVERRAN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void apachesClientIsAskedForOnceWhereItWasNotPrepared(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.ok("fine"));
            RestClient client = scene.client();
            put(scene, client, 1);
            put(scene, client, 1);

            assertThat(log.linesWith(UNPREPARED)).hasSize(factory == Factory.HTTP_COMPONENTS_UNPREPARED ? 1 : 0);
        }
    }
}
