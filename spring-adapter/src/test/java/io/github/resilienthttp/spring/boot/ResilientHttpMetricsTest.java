// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.web.client.RestClient;

class ResilientHttpMetricsTest {
    @Test
    void countsInTheApplicationsRegistryAndLeavesNothingThere() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(503), Reply.ok("well"));
            Contexts.clients().withBean(MeterRegistry.class, () -> registry).run(context -> {
                RestClient client = context.getBean(RestClient.Builder.class).build();
                client.get().uri(server.uri("/")).retrieve().toBodilessEntity();
                assertThat(registry.get("resilient.http.retries")
                                .tag("client", "default")
                                .counters())
                        .anyMatch(counter -> counter.count() == 1);
            });
        }
        assertThat(registry.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("resilient.http"));
    }

    @Test
    void isSilentWithoutARegistryOrWithoutMicrometer() {
        Contexts.ours()
                .run(context ->
                        assertThat(context).doesNotHaveBean(Telemetry.class).doesNotHaveBean(Observations.class));
        Contexts.ours()
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Telemetry.class));
    }

    @Test
    void telemetryOfTheApplicationsOwnIsUsedInstead() {
        Telemetry own = (client, gauges) -> {
            throw new IllegalStateException("asked for " + client);
        };
        Contexts.ours()
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Telemetry.class, () -> own)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("asked for default"));
    }

    @Test
    void observesInTheApplicationsRegistry() {
        Contexts.ours()
                .withBean(ObservationRegistry.class, ObservationRegistry::create)
                .run(context -> assertThat(context).hasSingleBean(Observations.class));
    }
}
