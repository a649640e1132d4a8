// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.JettyResilience;
import io.github.resilienthttp.stability.Stable;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Prepares Jetty's client where Boot builds request factories of it: attempts can be cut. */
@AutoConfiguration(after = ResilientHttpAutoConfiguration.class)
@ConditionalOnClass({HttpClient.class, ClientHttpRequestFactoryBuilderCustomizer.class})
@ConditionalOnBean(ResilientHttp.class)
@Stable
public final class ResilientHttpJettyAutoConfiguration {
    /** For Spring. */
    ResilientHttpJettyAutoConfiguration() {}

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JettyClientHttpRequestFactoryBuilder> resilientHttpJettyCustomizer() {
        return builder -> builder.withHttpClientCustomizer(JettyResilience::prepare);
    }
}
