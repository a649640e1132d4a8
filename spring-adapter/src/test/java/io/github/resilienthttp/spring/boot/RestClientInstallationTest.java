// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.spring.ResilienceInterceptor;
import io.github.resilienthttp.spring.ResilientClientHttpRequestFactory;
import io.github.resilienthttp.spring.RestClientResilience;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** What an application's RestClient does once the starter is there. */
class RestClientInstallationTest {
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

    private String url() {
        return server.uri("/x").toString();
    }

    private void failsOnce() {
        server.otherwise().reply(Reply.status(503), Reply.ok("well"));
    }

    private static List<ClientHttpRequestInterceptor> interceptors(RestClient.Builder builder) {
        List<ClientHttpRequestInterceptor> seen = new ArrayList<>();
        builder.requestInterceptors(seen::addAll);
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-components", "jetty", "jdk", "simple", "reactor"})
    void aReadIsRepeatedWhateverTheClient(String factory) {
        failsOnce();
        Contexts.clients()
                .withBean(ResilienceListener.class, () -> listener)
                .withPropertyValues("spring.http.clients.imperative.factory=" + factory)
                .run(context -> {
                    RestClient client =
                            context.getBean(RestClient.Builder.class).build();
                    assertThat(client.get().uri(url()).retrieve().body(String.class))
                            .isEqualTo("well");
                });
        assertThat(server.requestCount()).isEqualTo(2);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.client()).isEqualTo("default");
            assertThat(report.attempts()).hasSize(2);
        });
    }

    /** HttpClient 5 by itself would send it again, after the seconds that it is told. */
    @Test
    void httpClientsOwnRetriesAreOff() {
        server.otherwise().reply(Reply.status(503).header("Retry-After", "1"), Reply.ok("by itself"));
        Contexts.clients().run(context -> {
            RestClient client = context.getBean(RestClient.Builder.class).build();
            int status = client.post().uri(url()).body("once").exchange((request, response) -> response.getStatusCode()
                    .value());
            assertThat(status).isEqualTo(503);
        });
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void theEngineIsTheOutermostInterceptor() {
        Contexts.clients()
                .withBean(
                        RestClientCustomizer.class,
                        () -> builder ->
                                builder.requestInterceptor((request, body, next) -> next.execute(request, body)))
                .run(context -> {
                    List<ClientHttpRequestInterceptor> all = interceptors(context.getBean(RestClient.Builder.class));
                    assertThat(all).hasSize(2);
                    assertThat(all.get(0)).isInstanceOf(ResilienceInterceptor.class);
                });
    }

    @Test
    void anInstallationForANamedClientReplacesTheOneByOrigin() {
        Contexts.clients()
                .withPropertyValues("resilient-http.clients.github.mode=observe")
                .run(context -> {
                    RestClient.Builder builder = context.getBean(RestClient.Builder.class);
                    builder.apply(context.getBean(RestClientResilience.class).forClient("github"));
                    assertThat(interceptors(builder))
                            .singleElement()
                            .isInstanceOfSatisfying(ResilienceInterceptor.class, ours -> assertThat(ours.client())
                                    .isEqualTo("github"));
                });
    }

    @Test
    void aRequestBelongsToTheClientOfItsOrigin() {
        failsOnce();
        Contexts.clients()
                .withPropertyValues(
                        "resilient-http.clients.here.origins="
                                + server.uri("").toString().replaceAll("/$", ""),
                        "resilient-http.clients.here.retry.max-attempts=1")
                .run(context -> {
                    RestClient client =
                            context.getBean(RestClient.Builder.class).build();
                    int status = client.get().uri(url()).exchange((request, response) -> response.getStatusCode()
                            .value());
                    assertThat(status).isEqualTo(503);
                });
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void otherRequestsAreLeftAloneWhereOnlyNamedClientsAreMeant() {
        failsOnce();
        Contexts.clients().withPropertyValues("resilient-http.apply-to=named").run(context -> {
            RestClient client = context.getBean(RestClient.Builder.class).build();
            int status = client.get().uri(url()).exchange((request, response) -> response.getStatusCode()
                    .value());
            assertThat(status).isEqualTo(503);
        });
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aRestTemplateIsServedToo() {
        failsOnce();
        Contexts.clients().run(context -> assertThat(
                        context.getBean(RestTemplateBuilder.class).build().getForObject(url(), String.class))
                .isEqualTo("well"));
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void onTheTransportLayerInterceptorsRunOnceACall() {
        failsOnce();
        AtomicInteger runs = new AtomicInteger();
        Contexts.clients()
                .withPropertyValues("resilient-http.layer=transport")
                .withBean(
                        RestClientCustomizer.class,
                        () -> builder -> builder.requestInterceptor((request, body, next) -> {
                            runs.incrementAndGet();
                            return next.execute(request, body);
                        }))
                .run(context -> {
                    RestClient.Builder builder = context.getBean(RestClient.Builder.class);
                    assertThat(interceptors(builder)).noneMatch(ResilienceInterceptor.class::isInstance);
                    assertThat(builder.build().get().uri(url()).retrieve().body(String.class))
                            .isEqualTo("well");
                    assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class)
                                    .build())
                            .isInstanceOf(ResilientClientHttpRequestFactory.class);
                });
        assertThat(server.requestCount()).isEqualTo(2);
        assertThat(runs).hasValue(1);
    }

    @Test
    void theApplicationsClassifierIsAsked() {
        server.otherwise().reply(Reply.ok("again"), Reply.ok("well"));
        AtomicInteger asked = new AtomicInteger();
        Classifier first = (method, outcome) -> asked.getAndIncrement() == 0 ? Verdict.TRANSIENT : null;
        Contexts.clients().withBean(Classifier.class, () -> first).run(context -> assertThat(
                        context.getBean(RestClient.Builder.class)
                                .build()
                                .get()
                                .uri(url())
                                .retrieve()
                                .body(String.class))
                .isEqualTo("well"));
        assertThat(asked.get()).isEqualTo(2);
    }
}
