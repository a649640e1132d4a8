// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.spring.RestClientResilience;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ResilientHttpAutoConfigurationTest {
    private final ApplicationContextRunner ours = Contexts.ours();

    @Test
    void makesTheEngineOfTheEnvironment() {
        ours.withPropertyValues("resilient-http.clients.github.retry.max-attempts=4")
                .run(context -> assertThat(context).getBean(ResilientHttp.class).satisfies(engine -> assertThat(
                                engine.client("github").policy().retry().maxAttempts())
                        .isEqualTo(4)));
    }

    @Test
    void isNotThereWhereItIsSwitchedOff() {
        ours.withPropertyValues("resilient-http.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(ResilientHttp.class).doesNotHaveBean(RestClientCustomizer.class);
            assertThat(context.getBeanNamesForType(Object.class)).noneMatch(name -> name.contains("resilientHttp"));
        });
    }

    @Test
    void isNotSwitchedOffByASlip() {
        ours.withPropertyValues("resilient-http.enabled=flase").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("allowed: true or false"));
    }

    @Test
    void aBadConfigurationStopsTheStartWithAllFaults() {
        ours.withPropertyValues("resilient-http.defaults.retry.max-atempts=4", "resilient-http.clients.a.mode=on")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll("did you mean retry.max-attempts?", "enforce, observe or off"));
    }

    @Test
    void whatTheEngineRefusesIsAFaultAsWell() {
        ours.withPropertyValues("resilient-http.clients.a.circuit-breaker.instance=nobody")
                .run(context -> assertThat(context)
                        .getFailure()
                        .cause()
                        .isInstanceOfAny(InvalidConfigurationException.class, RuntimeException.class)
                        .hasStackTraceContaining("InvalidConfigurationException")
                        .hasStackTraceContaining("'nobody' is not in the registry"));
    }

    @Test
    void anEngineOfTheApplicationsOwnIsUsedInstead() {
        ResilientHttp own = ResilientHttp.withDefaults();
        ours.withBean("mine", ResilientHttp.class, () -> own).run(context -> assertThat(context)
                .hasSingleBean(ResilientHttp.class)
                .hasSingleBean(RestClientResilience.class)
                .hasSingleBean(RestClientCustomizer.class)
                .doesNotHaveBean(ResilientHttpRefresh.class)
                .getBean(ResilientHttp.class)
                .isSameAs(own));
    }

    @Test
    void installationsOfTheApplicationsOwnAreUsedInstead() {
        RestClientResilience own = new RestClientResilience(ResilientHttp.withDefaults());
        ours.withBean("mine", RestClientResilience.class, () -> own)
                .run(context ->
                        assertThat(context).getBean(RestClientResilience.class).isSameAs(own));
    }

    @Test
    void takesTheApplicationsRegistries() {
        CircuitBreakerRegistry theirs = CircuitBreakerRegistry.ofDefaults();
        theirs.circuitBreaker("shared");
        ours.withBean(CircuitBreakerRegistry.class, () -> theirs)
                .withPropertyValues("resilient-http.clients.a.circuit-breaker.instance=shared")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(CircuitBreakerRegistry.class);
                    assertThat(context.getBean(Resilience4jRegistries.class).breakers())
                            .isSameAs(theirs);
                });
    }

    @Test
    void customizersHaveTheLastWord() {
        ours.withBean(
                        ResilientHttpBuilderCustomizer.class,
                        () -> builder -> builder.client(Policy.builder("code").build()))
                .run(context -> assertThat(context.getBean(ResilientHttp.class).clients())
                        .containsOnlyKeys("default", "code"));
    }

    @Test
    void closesTheEngineWithTheContext() {
        ours.run(context -> {
            assertThat(context.getBeanFactory()
                            .getBeanDefinition("resilientHttp")
                            .getDestroyMethodName())
                    .isIn("(inferred)", "close");
        });
    }

    @Test
    void startsWithoutAnythingOptional() {
        ours.withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.restclient",
                        "org.springframework.boot.http.client",
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "org.apache.hc",
                        "org.eclipse.jetty",
                        "org.springframework.cloud",
                        "io.micrometer",
                        "tools.jackson"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ResilientHttp.class));
    }

    @Test
    void eachOptionalLibraryMayBeMissingAlone() {
        Class<?>[] present = {RestClientCustomizer.class, HealthIndicator.class, Endpoint.class};
        for (String missing : new String[] {
            "org.springframework.boot.restclient",
            "org.springframework.boot.http.client",
            "org.springframework.boot.actuate",
            "org.springframework.boot.health",
            "org.apache.hc",
            "org.eclipse.jetty"
        }) {
            ours.withClassLoader(new FilteredClassLoader(missing)).run(context -> {
                assertThat(context).as("without %s", missing).hasNotFailed().hasSingleBean(ResilientHttp.class);
                for (Class<?> type : present) {
                    if (type.getName().startsWith(missing)) {
                        assertThat(context).doesNotHaveBean(type);
                    }
                }
            });
        }
    }
}
