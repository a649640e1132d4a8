// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServiceUnavailable;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import io.github.resilienthttp.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.RequestMatcher;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Where the engine stands once it is installed. */
class InstallationTest {
    private static final ClientHttpRequestInterceptor OTHER =
            (request, body, execution) -> execution.execute(request, body);

    @Test
    void theLastInstallationCountsAndIsTheOutermost() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            List<ClientHttpRequestInterceptor> seen = new ArrayList<>();
            RestClient.builder()
                    .requestInterceptor(OTHER)
                    .apply(scene.installations().byOrigin())
                    .requestInterceptors(all -> all.add(0, OTHER))
                    .apply(scene.installations().forClient("named"))
                    .requestInterceptors(seen::addAll);

            assertThat(seen).hasSize(3);
            assertThat(seen.get(0))
                    .isInstanceOfSatisfying(ResilienceInterceptor.class, ours -> assertThat(ours.client())
                            .isEqualTo("named"));
        }
    }

    @Test
    void anUnknownClientIsRefusedWhereItIsNamed() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            assertThatThrownBy(() -> scene.installations().forClient("nemad"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nemad")
                    .hasMessageContaining("named");
            assertThatThrownBy(() -> scene.installations().streaming("nemad", scene.factory()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bothLayersOnOneClientMakeOneCall() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            scene.server().on("/a").reply(Reply.status(503));
            RestClient both = RestClient.builder()
                    .requestFactory(ResilientClientHttpRequestFactory.wrap(scene.factory(), scene.resilience()))
                    .apply(scene.installations().byOrigin())
                    .build();

            assertThatThrownBy(() ->
                            both.get().uri(scene.server().uri("/a")).retrieve().toBodilessEntity())
                    .isInstanceOf(HttpServerErrorException.class);

            assertThat(scene.server().requestCount()).isEqualTo(3);
        }
    }

    @Test
    void aFactoryIsNotWrappedTwice() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            ResilientClientHttpRequestFactory once =
                    ResilientClientHttpRequestFactory.wrap(scene.factory(), scene.resilience());
            assertThat(ResilientClientHttpRequestFactory.wrap(once, scene.resilience(), "named")
                            .getDelegate())
                    .isSameAs(scene.factory());
        }
    }

    @Test
    void aRestTemplateIsServedToo() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            scene.server().on("/a").reply(Reply.status(503), Reply.ok("fine"));
            RestTemplate template = new RestTemplate(scene.factory());
            template.getInterceptors().add(OTHER);
            scene.installations().install(template);
            scene.installations().install(template, "named");

            assertThat(template.getForObject(scene.server().uri("/a"), String.class))
                    .isEqualTo("fine");
            assertThat(template.getInterceptors()).hasSize(2);
            assertThat(template.getInterceptors().get(0)).isInstanceOf(ResilienceInterceptor.class);
        }
    }

    @Test
    void mockRestServiceServerSeesEveryAttempt() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            RestClient.Builder builder =
                    RestClient.builder().apply(scene.installations().byOrigin());
            MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
            server.expect(ExpectedCount.twice(), toX()).andRespond(withServiceUnavailable());
            server.expect(toX()).andRespond(withSuccess("fine", MediaType.TEXT_PLAIN));
            RestClient client = builder.build();

            assertThat(client.get().uri("http://a.example/x").retrieve().body(String.class))
                    .isEqualTo("fine");
            server.verify();
        }
    }

    @Test
    void itSeesARestTemplatesAttemptsToo() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            RestTemplate template = scene.installations().install(new RestTemplate());
            MockRestServiceServer server =
                    MockRestServiceServer.bindTo(template).build();
            server.expect(ExpectedCount.times(3), toX()).andRespond(withServerError());

            assertThatThrownBy(() -> template.getForObject("http://a.example/x", String.class))
                    .isInstanceOf(HttpServerErrorException.InternalServerError.class);
            server.verify();
        }
    }

    private static RequestMatcher toX() {
        return request -> assertThat(request.getURI()).hasToString("http://a.example/x");
    }
}
