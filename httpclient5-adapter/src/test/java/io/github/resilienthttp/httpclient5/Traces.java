// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.meter.MicrometerObservations;
import io.github.resilienthttp.testkit.SeenRequest;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application with OpenTelemetry behind Micrometer has, and the spans that came out of it. */
final class Traces implements AutoCloseable {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    final ObservationRegistry registry = ObservationRegistry.create();

    Traces() {
        Tracer otel = provider.get("test");
        OtelTracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {});
        OtelPropagator propagator =
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        registry.observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
    }

    Observations observations() {
        return MicrometerObservations.of(registry);
    }

    /** In the order in which they ended. */
    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    /** The one span of the call; it ends last. */
    SpanData call() {
        List<SpanData> spans = spans();
        return spans.get(spans.size() - 1);
    }

    List<SpanData> attempts() {
        List<SpanData> spans = spans();
        return spans.subList(0, spans.size() - 1);
    }

    static @Nullable String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    /** The server was told the id of the very span that the attempt has. */
    void assertToldTo(List<SeenRequest> requests, List<SpanData> attempts) {
        assertThat(requests)
                .extracting(seen -> seen.values("traceparent"))
                .containsExactlyElementsOf(attempts.stream()
                        .map(span -> List.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                                + span.getSpanContext().getTraceFlags().asHex()))
                        .toList());
        assertThat(attempts.stream().map(SpanData::getSpanId)).doesNotHaveDuplicates();
    }

    /** Two spans of attempts, each told to its request, below the span of their call; nothing is left open. */
    void assertOneRetryBelowOneCall(List<SeenRequest> requests) {
        List<SpanData> attempts = attempts();
        SpanData call = call();
        assertThat(attempts).hasSize(2).allSatisfy(span -> {
            assertThat(span.getName()).isEqualTo("GET");
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getParentSpanId()).isEqualTo(call.getSpanId());
            assertThat(span.getTraceId()).isEqualTo(call.getTraceId());
        });
        assertThat(call.getName()).isEqualTo("resilient-http GET");
        assertThat(call.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(attribute(call, "resilient.http.outcome")).isEqualTo("recovered");
        assertToldTo(requests, attempts);
        assertNothingOpen();
    }

    /** Nothing was left open: neither a span nor a scope on this thread. */
    void assertNothingOpen() {
        assertThat(registry.getCurrentObservationScope()).isNull();
        assertThat(spans()).allMatch(SpanData::hasEnded);
    }

    @Override
    public void close() {
        provider.close();
    }
}
