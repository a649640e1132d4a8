// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.ResilientClientHttpRequestFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;

/** Builds the factories of another builder, with the engine around each. */
record ResilientRequestFactoryBuilder(
        ClientHttpRequestFactoryBuilder<?> builder, ObjectProvider<ResilientHttp> resilience)
        implements ClientHttpRequestFactoryBuilder<ResilientClientHttpRequestFactory> {
    @Override
    public ResilientClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
        return ResilientClientHttpRequestFactory.wrap(builder.build(settings), resilience.getObject());
    }
}
