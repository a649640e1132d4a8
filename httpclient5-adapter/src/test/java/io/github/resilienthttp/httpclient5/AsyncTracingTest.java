// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.micrometer.observation.Observation;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncTracingTest {
    private static final String FAST = "backoff.initial=1ms";

    private final Traces traces = new Traces();

    @AfterEach
    void close() {
        traces.close();
    }

    @Test
    void eachAttemptIsAClientSpanOfItsOwnBelowTheCalls() throws Exception {
        try (AsyncScene scene = AsyncScene.observed(traces.observations(), FAST)) {
            scene.server().on("/things").reply(Reply.status(503), Reply.ok("done"));

            scene.send(scene.request("GET", "/things?token=s3cret"));

            traces.assertOneRetryBelowOneCall(scene.server().requests());
        }
    }

    @Test
    void whatIsCurrentWhereTheCallBeginsIsAboveItWhateverThreadGoesOn() throws Exception {
        try (AsyncScene scene = AsyncScene.observed(traces.observations(), FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(503), Reply.ok("done"));

            Observation.createNotStarted("work", traces.registry)
                    .observeChecked(() -> scene.send(scene.request("GET", "/")));

            List<SpanData> spans = traces.spans();
            assertThat(spans)
                    .extracting(SpanData::getName)
                    .containsExactly("GET", "GET", "GET", "resilient-http GET", "work");
            assertThat(spans.subList(0, 3))
                    .extracting(SpanData::getParentSpanId)
                    .containsOnly(spans.get(3).getSpanId());
            assertThat(spans.subList(0, 3))
                    .extracting(span -> Traces.attribute(span, "http.request.resend_count"))
                    .containsExactly(null, "1", "2");
            assertThat(spans.get(3).getParentSpanId()).isEqualTo(spans.get(4).getSpanId());
        }
    }

    @Test
    void aCancelledAttemptEndsItsSpanOnce() throws Exception {
        try (AsyncScene scene = AsyncScene.observed(traces.observations(), FAST)) {
            scene.server().on("/").reply(Reply.nothing(Fate.SILENCE));
            CompletableFuture<SimpleHttpResponse> sending =
                    scene.start(scene.request("GET", "/"), HttpClientContext.create());
            scene.server().awaitRequests(1, Duration.ofSeconds(10));

            sending.cancel(true);

            awaitSpans(2);
            scene.awaitNoLease();
            assertThat(traces.spans()).hasSize(2);
            assertThat(Traces.attribute(traces.attempts().get(0), "error.type"))
                    .isEqualTo("java.io.InterruptedIOException");
            assertThat(Traces.attribute(traces.call(), "resilient.http.reason")).isEqualTo("cancelled");
        }
    }

    @Test
    void aCancelledWaitEndsTheCalls() throws Exception {
        try (AsyncScene scene = AsyncScene.observed(traces.observations())) {
            scene.server().on("/").reply(Reply.status(503).header("Retry-After", "9"));
            CompletableFuture<SimpleHttpResponse> waiting =
                    scene.start(scene.request("GET", "/"), HttpClientContext.create());
            awaitSpans(1);
            scene.awaitNoLease();

            waiting.cancel(true);

            awaitSpans(2);
            assertThat(Traces.attribute(traces.call(), "resilient.http.outcome"))
                    .isEqualTo("refused");
        }
    }

    private void awaitSpans(int count) throws InterruptedException {
        for (int tries = 0; traces.spans().size() < count && tries < 2000; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(traces.spans()).hasSize(count);
    }
}
