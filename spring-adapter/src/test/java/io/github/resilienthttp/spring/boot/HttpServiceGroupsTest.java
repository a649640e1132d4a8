// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.spring.Resilience;
import io.github.resilienthttp.spring.ResilienceAttributes;
import io.github.resilienthttp.spring.ResilienceInterceptor;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** HTTP interface clients: groups, their names, the order of what is put into them, the annotation. */
class HttpServiceGroupsTest {
    private final ScriptedServer server = ScriptedServer.start();
    private final List<CallReport> reports = new ArrayList<>();
    private final ResilienceListener listener = new ResilienceListener() {
        @Override
        public void onCall(CallReport call) {
            reports.add(call);
        }
    };

    @AfterEach
    void stop() {
        server.close();
    }

    private ApplicationContextRunner runner() {
        String url = "http://127.0.0.1:" + server.port();
        return Contexts.clients()
                .withUserConfiguration(Services.class)
                .withBean(ResilienceListener.class, () -> listener)
                .withPropertyValues(
                        "spring.http.serviceclient.tickets.base-url=" + url,
                        "spring.http.serviceclient.others.base-url=" + url,
                        "spring.http.serviceclient.default.base-url=" + url,
                        "resilient-http.clients.tickets.backoff.initial=2ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interceptor", "transport"})
    void aGroupBelongsToTheClientOfItsNameElseToTheOneOfItsOrigin(String layer) {
        server.otherwise().reply(Reply.status(503), Reply.ok("well"), Reply.ok("well"), Reply.ok("well"));
        runner().withPropertyValues(
                        "resilient-http.layer=" + layer,
                        "resilient-http.clients.here.origins=http://127.0.0.1:" + server.port())
                .run(context -> {
                    assertThat(context.getBean(Tickets.class).all()).isEqualTo("well");
                    assertThat(context.getBean(Others.class).all()).isEqualTo("well");
                    assertThat(context.getBean(Loners.class).all()).isEqualTo("well");
                });
        assertThat(reports).extracting(CallReport::client).containsExactly("tickets", "here", "here");
        assertThat(reports.get(0).attempts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interceptor", "transport"})
    void optionsOfTheCallerLeaveTheClientOfTheGroup(String layer) {
        server.otherwise().reply(Reply.ok("well"));
        runner().withPropertyValues(
                        "resilient-http.layer=" + layer,
                        "resilient-http.clients.here.origins=http://127.0.0.1:" + server.port())
                .run(context -> {
                    Tickets tickets = context.getBean(Tickets.class);
                    tickets.with(CallOptions.NONE.withDeadline(Duration.ofSeconds(9)));
                    tickets.with(CallOptions.NONE.withClient("here"));
                });
        assertThat(reports).extracting(CallReport::client).containsExactly("tickets", "here");
    }

    @Test
    void theAnnotationTakesEffect() {
        server.otherwise().reply(Reply.status(503), Reply.ok("well"));
        runner().run(context -> assertThat(context.getBean(Tickets.class).open("broken printer"))
                .isEqualTo("well"));
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void theEngineIsInstalledOnceAndOutsideOfLoadBalancerAndCircuitBreaker() {
        runner().withUserConfiguration(CloudLike.class).run(context -> {
            assertThat(context).hasNotFailed();
            Map<String, List<ClientHttpRequestInterceptor>> seen = context.getBean("onlooker", Onlooker.class).seen;
            assertThat(seen).containsKeys("tickets", "others");
            seen.values().forEach(all -> {
                assertThat(all)
                        .filteredOn(ResilienceInterceptor.class::isInstance)
                        .hasSize(1);
                assertThat(all.get(0)).isInstanceOf(ResilienceInterceptor.class);
                assertThat(all).hasSize(3);
            });
            assertThat(((ResilienceInterceptor) seen.get("tickets").get(0)).client())
                    .isEqualTo("tickets");
        });
    }

    interface Tickets {
        @GetExchange("/tickets")
        String all();

        @GetExchange("/tickets")
        String with(@RequestAttribute(ResilienceAttributes.OPTIONS) CallOptions options);

        @PostExchange("/tickets")
        @Resilience(idempotent = Resilience.Mark.YES)
        String open(@RequestBody String text);
    }

    interface Others {
        @GetExchange("/others")
        String all();
    }

    interface Loners {
        @GetExchange("/loners")
        String all();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(group = "tickets", types = Tickets.class)
    @ImportHttpServices(group = "others", types = Others.class)
    @ImportHttpServices(types = Loners.class)
    static class Services {}

    /** Configurers at the orders of Spring Cloud's, which put themselves first, and one that looks on after ours. */
    @Configuration(proxyBeanMethods = false)
    static class CloudLike {
        @Bean
        RestClientHttpServiceGroupConfigurer loadBalancer() {
            return new First(10);
        }

        @Bean
        RestClientHttpServiceGroupConfigurer circuitBreaker() {
            return new First(15);
        }

        @Bean
        Onlooker onlooker() {
            return new Onlooker();
        }
    }

    record First(int order) implements RestClientHttpServiceGroupConfigurer {
        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void configureGroups(Groups<RestClient.Builder> groups) {
            groups.forEachClient((group, builder) -> builder.requestInterceptors(
                    all -> all.add(0, (request, body, next) -> next.execute(request, body))));
        }
    }

    static final class Onlooker implements RestClientHttpServiceGroupConfigurer {
        final Map<String, List<ClientHttpRequestInterceptor>> seen = new HashMap<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void configureGroups(Groups<RestClient.Builder> groups) {
            groups.forEachClient((group, builder) ->
                    builder.requestInterceptors(all -> seen.put(group.name(), new ArrayList<>(all))));
        }
    }
}
