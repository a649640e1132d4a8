// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.ResilienceInterceptor;
import io.github.resilienthttp.spring.boot.Contexts;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JAutoConfiguration;
import org.springframework.cloud.client.CommonsClientAutoConfiguration;
import org.springframework.cloud.client.circuitbreaker.httpservice.CircuitBreakerRestClientHttpServiceGroupConfigurer;
import org.springframework.cloud.client.loadbalancer.DeferringLoadBalancerInterceptor;
import org.springframework.cloud.client.loadbalancer.LoadBalancerRestClientHttpServiceGroupConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** Beside Spring Cloud's circuit breaker: both start, both are in the call, the engine inside of the breaker. */
class SpringCloudTest {
    @Test
    void bothStartAndACallGoesThroughBoth() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(503), Reply.ok("well"));
            Contexts.clients()
                    .withConfiguration(AutoConfigurations.of(
                            CommonsClientAutoConfiguration.class,
                            BulkheadAutoConfiguration.class,
                            CircuitBreakerAutoConfiguration.class,
                            TimeLimiterAutoConfiguration.class,
                            Resilience4JAutoConfiguration.class))
                    .withUserConfiguration(Services.class)
                    .withPropertyValues(
                            "spring.cloud.loadbalancer.retry.enabled=false",
                            "spring.http.serviceclient.tickets.base-url=http://127.0.0.1:" + server.port())
                    .run(context -> {
                        assertThat(context).hasNotFailed().hasSingleBean(ResilientHttp.class);
                        assertThat(context.getBean(Tickets.class).all()).isEqualTo("well");
                        assertThat(context.getBean(Onlooker.class).seen)
                                .filteredOn(ResilienceInterceptor.class::isInstance)
                                .hasSize(1);
                    });
            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    /** What our own order is chosen by. */
    @Test
    void theirConfigurersStandAtTheOrdersThatOursIsChosenBy() {
        Contexts.clients().run(context -> assertThat(new LoadBalancerRestClientHttpServiceGroupConfigurer(
                                nobody(), context.getBean(HttpServiceClientProperties.class))
                        .getOrder())
                .isEqualTo(10));
        assertThat(new CircuitBreakerRestClientHttpServiceGroupConfigurer(null).getOrder())
                .isEqualTo(15);
    }

    private static ObjectProvider<DeferringLoadBalancerInterceptor> nobody() {
        return new StaticListableBeanFactory().getBeanProvider(DeferringLoadBalancerInterceptor.class);
    }

    interface Tickets {
        @GetExchange("/tickets")
        String all();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(group = "tickets", types = Tickets.class)
    static class Services {
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        Onlooker onlooker() {
            return new Onlooker();
        }
    }

    static final class Onlooker implements RestClientHttpServiceGroupConfigurer {
        final List<ClientHttpRequestInterceptor> seen = new ArrayList<>();

        @Override
        public void configureGroups(Groups<RestClient.Builder> groups) {
            groups.forEachClient((group, builder) -> builder.requestInterceptors(seen::addAll));
        }
    }
}
