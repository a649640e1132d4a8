// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.RestClientResilience;
import io.github.resilienthttp.stability.Stable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Installs the engine, by origin, in every {@code RestClient.Builder} and {@code RestTemplateBuilder} of Boot's. First of all
 * customizers, so that an installation for a named client by a later one wins.
 */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass(RestClientCustomizer.class)
@ConditionalOnBean(ResilientHttp.class)
@Stable
public final class ResilientHttpRestClientAutoConfiguration {
    /** For Spring. */
    ResilientHttpRestClientAutoConfiguration() {}

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RestClientCustomizer resilientHttpRestClientCustomizer(RestClientResilience resilience, BootSettings settings) {
        return builder -> {
            if (settings.layer() == Layer.INTERCEPTOR) {
                resilience.byOrigin().accept(builder);
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RestTemplateCustomizer resilientHttpRestTemplateCustomizer(RestClientResilience resilience, BootSettings settings) {
        return template -> {
            if (settings.layer() == Layer.INTERCEPTOR) {
                resilience.install(template);
            }
        };
    }
}
