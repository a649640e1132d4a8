// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.RestClientResilience;
import io.github.resilienthttp.stability.Stable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Installs the engine in the groups of HTTP interface clients: a group goes by the client of its name, where there is one. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnBean(ResilientHttp.class)
@Stable
public final class ResilientHttpServiceClientAutoConfiguration {
    /** For Spring. */
    ResilientHttpServiceClientAutoConfiguration() {}

    @Bean
    ResilienceGroupConfigurer resilientHttpGroupConfigurer(
            ResilientHttp resilience, RestClientResilience installations, BootSettings settings) {
        return new ResilienceGroupConfigurer(resilience, installations, settings.layer());
    }
}
