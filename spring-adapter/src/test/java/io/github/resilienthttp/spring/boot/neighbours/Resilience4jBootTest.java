// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.spring.boot.Contexts;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

/** Beside Resilience4j's own starter for Boot 4: one registry each, in which both see the other's instances. */
class Resilience4jBootTest {
    private final ApplicationContextRunner runner = Contexts.clients()
            .withConfiguration(AutoConfigurations.of(
                    CircuitBreakerAutoConfiguration.class,
                    RateLimiterAutoConfiguration.class,
                    RetryAutoConfiguration.class));

    @Test
    void theirRegistriesAreOurs() {
        runner.run(context -> {
            Resilience4jRegistries ours = context.getBean(Resilience4jRegistries.class);
            assertThat(context.getBean(CircuitBreakerRegistry.class)).isSameAs(ours.breakers());
            assertThat(context.getBean(RateLimiterRegistry.class)).isSameAs(ours.limiters());
            assertThat(context.getBean(RetryRegistry.class)).isSameAs(ours.retries());
        });
    }

    @Test
    void anInstanceOfTheirConfigurationGuardsAClient() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(500));
            runner.withPropertyValues(
                            "resilience4j.circuitbreaker.instances.shared.sliding-window-size=10",
                            "resilient-http.clients.default.circuit-breaker.instance=shared",
                            "resilient-http.clients.default.retry.max-attempts=1")
                    .run(context -> {
                        RestClient client =
                                context.getBean(RestClient.Builder.class).build();
                        client.get().uri(server.uri("/")).exchange((request, response) -> response.getStatusCode());
                        assertThat(context.getBean(CircuitBreakerRegistry.class)
                                        .circuitBreaker("shared")
                                        .getMetrics()
                                        .getNumberOfFailedCalls())
                                .isEqualTo(1);
                    });
        }
    }
}
