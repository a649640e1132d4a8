// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/** Wraps every builder of request factories; asks for the engine only when a factory is built. */
final class RequestFactoryBuilderWrapper implements BeanPostProcessor {
    private final ObjectProvider<ResilientHttp> resilience;

    RequestFactoryBuilderWrapper(ObjectProvider<ResilientHttp> resilience) {
        this.resilience = resilience;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof ClientHttpRequestFactoryBuilder<?> builder
                ? new ResilientRequestFactoryBuilder(builder, resilience)
                : bean;
    }
}
