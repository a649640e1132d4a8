// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.ResilientHttpBuilder;
import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.spring.RestClientResilience;
import io.github.resilienthttp.stability.Stable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The engine of {@code resilient-http.*}, with the application's listeners, classifier, telemetry and Resilience4j registries; not where
 * the application makes one itself.
 */
@AutoConfiguration(
        afterName = {
            "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
            "io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration",
            "io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration"
        })
@Conditional(OnResilientHttpEnabled.class)
@Stable
public final class ResilientHttpAutoConfiguration {
    /** For Spring. */
    ResilientHttpAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RestClientResilience restClientResilience(ResilientHttp resilience) {
        return new RestClientResilience(resilience);
    }

    /** Where the application makes the engine itself; its policies are its own then. */
    @Bean
    @ConditionalOnMissingBean
    BootSettings resilientHttpOwnSettings(ConfigurableEnvironment environment) {
        return BoundConfiguration.settings(environment);
    }

    @Bean
    SecondRetryDetector resilientHttpSecondRetryDetector(
            ConfigurableListableBeanFactory beans, Environment environment) {
        return new SecondRetryDetector(beans, environment);
    }

    /** The engine and what belongs to it alone. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(ResilientHttp.class)
    static class EngineConfiguration {
        @Bean
        BoundConfiguration resilientHttpBoundConfiguration(ConfigurableEnvironment environment) {
            return BoundConfiguration.of(environment);
        }

        @Bean
        BootSettings resilientHttpSettings(BoundConfiguration bound) {
            return bound.settings();
        }

        @Bean
        Resilience4jRegistries resilientHttpRegistries(
                ObjectProvider<CircuitBreakerRegistry> breakers,
                ObjectProvider<RateLimiterRegistry> limiters,
                ObjectProvider<RetryRegistry> retries) {
            Resilience4jRegistries own = Resilience4jRegistries.own();
            return new Resilience4jRegistries(
                    breakers.getIfAvailable(own::breakers),
                    limiters.getIfAvailable(own::limiters),
                    retries.getIfAvailable(own::retries));
        }

        @Bean
        ResilientHttp resilientHttp(
                BoundConfiguration bound,
                Resilience4jRegistries registries,
                ObjectProvider<ResilienceListener> listeners,
                ObjectProvider<Classifier> classifier,
                ObjectProvider<Telemetry> telemetry,
                ObjectProvider<Observations> observations,
                ObjectProvider<ResilientHttpBuilderCustomizer> customizers) {
            ResilientHttpBuilder builder = ResilientHttp.builder().registries(registries);
            bound.policies().values().forEach(builder::client);
            listeners.orderedStream().forEach(builder::listener);
            classifier.ifAvailable(builder::classifier);
            telemetry.ifAvailable(builder::telemetry);
            observations.ifAvailable(builder::observations);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
            PlanNotes.tell(bound.policies().values());
            try {
                return builder.build();
            } catch (IllegalArgumentException refused) {
                throw Refusals.asFaults(refused);
            }
        }

        @Bean
        ResilientHttpRefresh resilientHttpRefresh(
                ConfigurableEnvironment environment, ResilientHttp resilience, BoundConfiguration bound) {
            return new ResilientHttpRefresh(environment, resilience, bound);
        }

        @Bean
        EnvironmentChangeListener resilientHttpEnvironmentChangeListener(ResilientHttpRefresh refresh) {
            return new EnvironmentChangeListener(refresh);
        }
    }
}
