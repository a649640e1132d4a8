// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.boot.ResilientHttpAutoConfiguration;
import io.github.resilienthttp.spring.boot.ResilientHttpRefresh;
import io.github.resilienthttp.stability.Stable;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoints, with Actuator. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@Stable
public final class ResilientHttpEndpointAutoConfiguration {
    /** For Spring. */
    ResilientHttpEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ResilientHttp.class)
    @ConditionalOnAvailableEndpoint
    ResilientHttpEndpoint resilientHttpEndpoint(ResilientHttp resilience) {
        return new ResilientHttpEndpoint(resilience);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(ResilientHttpRefresh.class)
    @ConditionalOnAvailableEndpoint
    ResilientHttpRefreshEndpoint resilientHttpRefreshEndpoint(ResilientHttpRefresh refresh) {
        return new ResilientHttpRefreshEndpoint(refresh);
    }
}
