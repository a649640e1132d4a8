// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.ResilienceAttributes;
import io.github.resilienthttp.spring.ResilienceRequestValues;
import io.github.resilienthttp.spring.RestClientResilience;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Installs the engine in each group, in place of what a customizer put there, and makes {@code @Resilience} take effect. After
 * Spring Cloud's load balancer (10) and circuit breaker (15), so that it stands outside of the first; before the application's
 * own configurers, which have no order unless they say so.
 */
final class ResilienceGroupConfigurer implements RestClientHttpServiceGroupConfigurer {
    static final int ORDER = 20;

    private final ResilientHttp resilience;
    private final RestClientResilience installations;
    private final Layer layer;

    ResilienceGroupConfigurer(ResilientHttp resilience, RestClientResilience installations, Layer layer) {
        this.resilience = resilience;
        this.installations = installations;
        this.layer = layer;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachClient((group, builder) -> install(group.name(), builder));
        groups.forEachProxyFactory(
                (group, factory) -> factory.httpRequestValuesProcessor(new ResilienceRequestValues()));
    }

    private void install(String group, RestClient.Builder builder) {
        // The group of those that are in none is not a client's name, although it reads like one.
        boolean named = resilience.clients().containsKey(group) && !group.equals(HttpServiceGroup.DEFAULT_GROUP_NAME);
        if (layer == Layer.TRANSPORT) {
            if (named) {
                builder.defaultRequest(request -> request.attributes(ResilienceAttributes.defaultClient(group)));
            }
        } else {
            builder.apply(named ? installations.forClient(group) : installations.byOrigin());
        }
    }
}
