// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String FAST = "backoff.initial=1ms";

    private final Traces traces = new Traces();

    @AfterEach
    void close() {
        traces.close();
    }

    @Test
    void eachAttemptIsAClientSpanOfItsOwnBelowTheCalls() throws Exception {
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/things").reply(Reply.status(503), Reply.ok("done"));

            scene.send(new HttpGet(scene.server().uri("/things?token=s3cret")));

            traces.assertOneRetryBelowOneCall(scene.server().requests());
        }
    }

    @Test
    void itSaysWhatTheConventionsSayAndNoMore() throws IOException {
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/things?token=s3cret").reply(Reply.status(503), Reply.status(404));

            scene.send(new HttpGet(scene.server().uri("/things?token=s3cret")));

            Map<String, String> first = attributes(traces.attempts().get(0));
            Map<String, String> expected = new HashMap<>(Map.of(
                    "http.request.method", "GET",
                    "url.scheme", "http",
                    "server.address", scene.server().uri("/").getHost(),
                    "server.port", Integer.toString(scene.server().port()),
                    "http.response.status_code", "503",
                    "error.type", "503",
                    "resilient.http.client", "default"));
            assertThat(first).isEqualTo(expected);
            expected.putAll(
                    Map.of("http.request.resend_count", "1", "http.response.status_code", "404", "error.type", "404"));
            assertThat(attributes(traces.attempts().get(1))).isEqualTo(expected);
            assertThat(traces.spans().toString()).doesNotContain("things", "s3cret");
        }
    }

    private static Map<String, String> attributes(SpanData span) {
        Map<String, String> all = new HashMap<>();
        Attributes attributes = span.getAttributes();
        for (AttributeKey<?> key : attributes.asMap().keySet()) {
            all.put(key.getKey(), String.valueOf(attributes.get(key)));
        }
        return all;
    }

    @Test
    void theObservationOfTheClientAboveIsTheCalls() throws IOException {
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.ok("done"));
            HttpGet request = new HttpGet(scene.server().uri("/"));
            RequestReplySenderContext<HttpGet, Integer> context =
                    new RequestReplySenderContext<>((carrier, name, value) -> request.setHeader(name, value));
            context.setCarrier(request);
            Observation above = Observation.createNotStarted("http.client.requests", () -> context, traces.registry);

            above.observeChecked(() -> scene.send(request));

            assertThat(traces.spans()).hasSize(3);
            assertThat(traces.call().getName()).isEqualTo("http.client.requests");
            assertThat(traces.attempts())
                    .extracting(SpanData::getParentSpanId)
                    .containsOnly(traces.call().getSpanId());
            traces.assertToldTo(scene.server().requests(), traces.attempts());
        }
    }

    @Test
    void belowAnythingElseTheCallHasASpanOfItsOwn() throws IOException {
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/").reply(Reply.ok("a"), Reply.ok("b"));

            Observation.createNotStarted("work", traces.registry).observeChecked(() -> {
                scene.send(new HttpGet(scene.server().uri("/")));
                scene.send(new HttpGet(scene.server().uri("/")));
            });

            assertThat(traces.spans())
                    .extracting(SpanData::getName)
                    .containsExactly("GET", "resilient-http GET", "GET", "resilient-http GET", "work");
            List<SpanData> spans = traces.spans();
            assertThat(spans.get(0).getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
            assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(4).getSpanId());
        }
    }

    @Test
    void aCallThatIsFilteredOutLeavesItsPlaceToWhatIsAbove() throws IOException {
        traces.registry
                .observationConfig()
                .observationPredicate((name, context) -> !name.equals("resilient.http.call"));
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.ok("done"));

            Observation.createNotStarted("work", traces.registry)
                    .observeChecked(() -> scene.send(new HttpGet(scene.server().uri("/"))));

            assertThat(traces.spans()).extracting(SpanData::getName).containsExactly("GET", "GET", "work");
            assertThat(traces.attempts())
                    .extracting(SpanData::getParentSpanId)
                    .containsOnly(traces.call().getSpanId());
        }
    }

    @Test
    void hopsOfARedirectAreSpansToo() throws IOException {
        try (Scene scene = Scene.observed(traces.observations(), FAST)) {
            scene.server().on("/pay").reply(Reply.status(303).header("Location", "/receipt"));
            scene.server().on("/receipt").reply(Reply.ok("receipt"));

            scene.send(new HttpPost(scene.server().uri("/pay")));

            assertThat(traces.attempts()).extracting(SpanData::getName).containsExactly("POST", "GET");
            assertThat(traces.attempts())
                    .extracting(span -> Traces.attribute(span, "http.request.resend_count"))
                    .containsExactly(null, "1");
            traces.assertToldTo(scene.server().requests(), traces.attempts());
        }
    }

    @Test
    void aFailureNamesItsClass() {
        try (Scene scene = Scene.observed(traces.observations(), FAST, "retry.max-attempts=1")) {
            scene.server().on("/").reply(Reply.nothing(Fate.RESET));

            assertThatThrownBy(() -> scene.send(new HttpGet(scene.server().uri("/"))))
                    .isInstanceOf(IOException.class);

            assertThat(traces.attempts()).singleElement().satisfies(span -> {
                assertThat(Traces.attribute(span, "error.type")).isEqualTo("java.net.SocketException");
                assertThat(span.getStatus()).isNotEqualTo(StatusData.ok());
                assertThat(Traces.attribute(span, "http.response.status_code")).isNull();
            });
            assertThat(Traces.attribute(traces.call(), "resilient.http.reason")).isEqualTo("attempts-exhausted");
            traces.assertNothingOpen();
        } catch (IOException leaked) {
            throw new AssertionError(leaked);
        }
    }
}
