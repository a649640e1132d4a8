// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.meter.MicrometerObservations;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** RestClient observes each call by itself, and sends one trace header; the attempts are to hang below that, each with its own. */
class ObservedClientTest {
    /** Does what a tracer does: numbers whatever sends, and tells the receiver the number. */
    private static final class Numbering implements ObservationHandler<SenderContext<Object>> {
        private final List<String> names = new ArrayList<>();
        private final List<String> parents = new ArrayList<>();
        private int stopped;

        @Override
        public void onStart(SenderContext<Object> context) {
            names.add(context.getName());
            var above = context.getParentObservation();
            parents.add(above == null ? "none" : above.getContextView().getName());
            Object carrier = context.getCarrier();
            if (carrier != null) {
                context.getSetter().set(carrier, "X-Span", String.valueOf(names.size()));
            }
        }

        @Override
        public void onStop(SenderContext<Object> context) {
            stopped++;
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof SenderContext<?>;
        }
    }

    private enum Layer {
        INTERCEPTOR,
        TRANSPORT
    }

    @ParameterizedTest
    @EnumSource(Layer.class)
    void attemptsAreChildrenOfRestClientsOwnObservationAndTellTheServer(Layer layer) throws Exception {
        Numbering tracer = new Numbering();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(tracer);
        ClientHttpRequestFactory factory = Factory.JDK.open(5, Factory.LONG);
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = ResilientHttp.builder()
                        .client(Policy.builder("default")
                                .set("backoff.initial", "1ms")
                                .build())
                        .observations(MicrometerObservations.of(registry))
                        .build()) {
            server.on("/").reply(Reply.status(503), Reply.ok("fine"));
            RestClientResilience installations = new RestClientResilience(resilience);
            RestClient client = RestClient.builder()
                    .requestFactory(factory)
                    .observationRegistry(registry)
                    .apply(
                            layer == Layer.INTERCEPTOR
                                    ? installations.byOrigin()
                                    : installations.streaming("default", factory))
                    .build();

            client.get().uri(server.uri("/")).retrieve().toBodilessEntity();

            assertThat(tracer.names)
                    .containsExactly("http.client.requests", "resilient.http.attempt", "resilient.http.attempt");
            assertThat(tracer.parents).containsExactly("none", "http.client.requests", "http.client.requests");
            assertThat(tracer.stopped).isEqualTo(3);
            assertThat(registry.getCurrentObservation()).isNull();
            assertThat(server.requests())
                    .extracting(request -> request.header("X-Span").orElse(""))
                    .containsExactly("2", "3");
        }
    }
}
