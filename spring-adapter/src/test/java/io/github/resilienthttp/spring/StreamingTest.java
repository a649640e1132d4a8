// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.HttpServerErrorException;

/** Bodies that the request factory's layer streams. */
class StreamingTest {
    private final List<CallReport> reports = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aBodyThatCanBeWrittenAgainIs(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503), Reply.ok("fine"));
            AtomicInteger written = new AtomicInteger();
            ClientHttpRequest request = ResilientClientHttpRequestFactory.wrap(scene.factory(), scene.resilience())
                    .createRequest(scene.server().uri("/a"), HttpMethod.PUT);
            ((StreamingHttpOutputMessage) request).setBody(new Repeatable("text", written));

            try (ClientHttpResponse response = request.execute()) {
                assertThat(response.getStatusCode().value()).isEqualTo(200);
            }

            assertThat(written).hasValue(2);
            assertThat(scene.server().requests()).extracting(SeenRequest::text).containsExactly("text", "text");
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void oneThatCannotIsNotOnceItWasBegun(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503).body("no"), Reply.ok("never"));

            assertThatThrownBy(() -> put(scene, scene.server().uri("/a")))
                    .isInstanceOfSatisfying(HttpServerErrorException.ServiceUnavailable.class, thrown -> assertThat(
                                    thrown.getResponseBodyAsString())
                            .isEqualTo("no"));

            assertThat(scene.server().requests()).extracting(SeenRequest::text).containsExactly("once");
            assertThat(reports).extracting(report -> report.reason().label()).containsExactly("not-replayable");
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void oneThatWasNotBegunIsTriedAgain(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            URI refused = URI.create("http://127.0.0.1:" + ScriptedServer.refusedPort() + "/");

            assertThatThrownBy(() -> put(scene, refused)).isInstanceOf(RuntimeException.class);

            assertThat(reports.get(0).attempts()).hasSize(factory.writesAhead() ? 1 : 3);
        }
    }

    private void put(Scene scene, URI uri) {
        InputStream once = new ByteArrayInputStream("once".getBytes(StandardCharsets.UTF_8));
        scene.streamingClient()
                .put()
                .uri(uri)
                .body(new InputStreamResource(once))
                .attributes(ResilienceAttributes.reportTo(reports::add))
                .retrieve()
                .toBodilessEntity();
    }

    private record Repeatable(String text, AtomicInteger written) implements StreamingHttpOutputMessage.Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            written.incrementAndGet();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
