// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

/** What every installation does, over each request factory. */
class RetriesTest {
    @ParameterizedTest
    @EnumSource(Factory.class)
    void a503IsSentAgainAndWhatInterceptorsAddDoesNotPileUp(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503), Reply.status(503), Reply.ok("fine"));
            AtomicInteger runs = new AtomicInteger();
            RestClient client = scene.client(builder -> builder.requestInterceptor((request, body, execution) -> {
                request.getHeaders().add("X-Inner", "v" + runs.incrementAndGet());
                request.getAttributes().put("inner", runs.get());
                return execution.execute(request, body);
            }));

            String body = client.get().uri("/a").retrieve().body(String.class);

            assertThat(body).isEqualTo("fine");
            assertThat(scene.server().requests())
                    .extracting(request -> request.values("X-Inner"))
                    .containsExactly(List.of("v1"), List.of("v2"), List.of("v3"));
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theLast503ReachesTheUsersStatusHandlerUnchanged(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server()
                    .on("/a")
                    .reply(
                            Reply.status(503).body("first"),
                            Reply.status(503).body("second"),
                            Reply.status(503).header("X-Last", "yes").body("third"));
            List<String> seen = new ArrayList<>();

            assertThatThrownBy(() -> scene.client()
                            .get()
                            .uri("/a")
                            .retrieve()
                            .onStatus(HttpStatusCode::is5xxServerError, (request, response) -> {
                                seen.add(new String(response.getBody().readAllBytes(), UTF_8));
                                seen.add(response.getHeaders().getFirst("X-Last"));
                                seen.add(ResilienceAttributes.report(request)
                                        .reason()
                                        .label());
                                throw new IllegalArgumentException("mine");
                            })
                            .body(String.class))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(seen).containsExactly("third", "yes", "attempts-exhausted");
            assertThat(scene.server().requestCount()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aPostIsSentOnceUnlessTheCallerMarksIt(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503), Reply.status(503), Reply.ok("fine"));
            List<CallReport> reports = new ArrayList<>();

            assertThatThrownBy(() -> scene.client()
                            .post()
                            .uri("/a")
                            .body("x")
                            .attributes(ResilienceAttributes.reportTo(reports::add))
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(HttpServerErrorException.ServiceUnavailable.class);
            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(reports).hasSize(1);
            assertThat(reports.get(0).reason().label()).isEqualTo("not-idempotent");

            String body = scene.client()
                    .post()
                    .uri("/a")
                    .body("x")
                    .attributes(ResilienceAttributes.idempotent(true))
                    .retrieve()
                    .body(String.class);
            assertThat(body).isEqualTo("fine");
            assertThat(scene.server().requests()).extracting(SeenRequest::text).containsOnly("x");
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theStreamingInstallationRetriesToo(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503).body("no"), Reply.ok("fine"));

            String body = scene.streamingClient()
                    .put()
                    .uri("/a")
                    .body("text")
                    .retrieve()
                    .body(String.class);

            assertThat(body).isEqualTo("fine");
            assertThat(scene.server().requests()).extracting(SeenRequest::text).containsExactly("text", "text");
            assertThat(scene.server().connectionCount()).isBetween(1, factory.mayLoseConnection() ? 2 : 1);
        }
    }
}
