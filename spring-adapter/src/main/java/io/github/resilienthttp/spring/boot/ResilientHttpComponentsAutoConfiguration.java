// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.HttpComponentsResilience;
import io.github.resilienthttp.stability.Stable;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Prepares Apache's HttpClient 5 where Boot builds request factories of it: no retries of its own, attempts can be cut. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass({HttpClientBuilder.class, ClientHttpRequestFactoryBuilderCustomizer.class})
@ConditionalOnBean(ResilientHttp.class)
@Stable
public final class ResilientHttpComponentsAutoConfiguration {
    /** For Spring. */
    ResilientHttpComponentsAutoConfiguration() {}

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder>
            resilientHttpComponentsCustomizer() {
        return builder -> builder.withHttpClientCustomizer(HttpComponentsResilience::prepare);
    }
}
