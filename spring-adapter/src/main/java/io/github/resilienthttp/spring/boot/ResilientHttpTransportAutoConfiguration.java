// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.stability.Stable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;

/** Puts the engine around the request factories that Boot builds, where {@code resilient-http.layer} is transport. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass(ClientHttpRequestFactoryBuilder.class)
@ConditionalOnBean(ResilientHttp.class)
@ConditionalOnProperty(name = "resilient-http.layer", havingValue = "transport")
@Stable
public final class ResilientHttpTransportAutoConfiguration {
    /** For Spring. */
    ResilientHttpTransportAutoConfiguration() {}

    @Bean
    static RequestFactoryBuilderWrapper resilientHttpRequestFactoryBuilderWrapper(
            ObjectProvider<ResilientHttp> resilience) {
        return new RequestFactoryBuilderWrapper(resilience);
    }
}
