// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What attributes and annotations say of one request. */
class RequestSettingsTest {
    @Resilience(client = "named", scope = "orders")
    interface Orders {
        @GetExchange("/a")
        String plain();

        @PostExchange("/a")
        @Resilience(idempotent = Resilience.Mark.YES)
        String marked();

        @GetExchange("/a")
        @Resilience(idempotent = Resilience.Mark.NO)
        String once();

        @GetExchange("/a")
        @Resilience(disabled = true)
        String untouched();

        @GetExchange("/a")
        @Resilience(deadline = "2 s")
        String misspelt();

        @PostExchange("/a")
        @Resilience(idempotent = Resilience.Mark.NO)
        String byCaller(@RequestAttribute(ResilienceAttributes.OPTIONS) CallOptions options);
    }

    interface Bare {
        @GetExchange("/a")
        String plain();
    }

    private final List<CallReport> reports = new ArrayList<>();

    @Test
    void anInterfacesAnnotationHoldsForItsMethods() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThat(service(scene, Orders.class).plain()).isEqualTo("fine");
            assertThat(reports).hasSize(1);
            assertThat(reports.get(0).client()).isEqualTo("named");
            assertThat(reports.get(0).scope()).isEqualTo("orders");
        }
    }

    @Test
    void aMethodsAnnotationIsPutOnTop() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThat(service(scene, Orders.class).marked()).isEqualTo("fine");
            assertThat(reports.get(0).scope()).isEqualTo("orders");
        }
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThatThrownBy(() -> service(scene, Orders.class).once()).isInstanceOf(HttpServerErrorException.class);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void theEngineKeepsOutOfWhatIsDisabled() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThatThrownBy(() -> service(scene, Orders.class).untouched())
                    .isInstanceOf(HttpServerErrorException.class);
            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(reports).isEmpty();
        }
    }

    @Test
    void whatTheCallerSaysWins() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThat(service(scene, Orders.class).byCaller(CallOptions.NONE.withIdempotent(true)))
                    .isEqualTo("fine");
            assertThat(reports.get(0).client()).isEqualTo("named");
        }
    }

    @Test
    void whatIsNotAnnotatedIsLeftAlone() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            assertThat(service(scene, Bare.class).plain()).isEqualTo("fine");
            assertThat(reports.get(0).client()).isEqualTo("default");
        }
    }

    @Test
    void aValueThatCannotBeReadNamesItsMethod() throws Exception {
        try (Scene scene = scene(Reply.ok("never"))) {
            assertThatThrownBy(() -> service(scene, Orders.class).misspelt())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("misspelt")
                    .hasMessageContaining("2 s");
        }
    }

    @Test
    void attributesAddUp() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            String body = scene.client()
                    .post()
                    .uri("/a")
                    .attributes(ResilienceAttributes.idempotent(true))
                    .attributes(ResilienceAttributes.scope("mine"))
                    .attributes(ResilienceAttributes.reportTo(reports::add))
                    .retrieve()
                    .body(String.class);

            assertThat(body).isEqualTo("fine");
            assertThat(reports.get(0).scope()).isEqualTo("mine");
            assertThat(reports.get(0).attempts()).hasSize(2);
        }
    }

    @Test
    void exchangeIsGivenTheReport() throws Exception {
        try (Scene scene = scene(Reply.status(503), Reply.ok("fine"))) {
            CallReport report = scene.client()
                    .get()
                    .uri("/a")
                    .exchange((request, response) -> ResilienceAttributes.report(request));

            assertThat(report.reason().label()).isEqualTo("recovered");
        }
    }

    private static Scene scene(Reply... replies) throws Exception {
        Scene scene = Scene.with(Factory.JDK);
        scene.server().on("/a").reply(replies);
        return scene;
    }

    private <T> T service(Scene scene, Class<T> type) {
        RestClient client = scene.client(builder ->
                builder.defaultRequest(request -> request.attributes(ResilienceAttributes.reportTo(reports::add))));
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .httpRequestValuesProcessor(new ResilienceRequestValues())
                .build()
                .createClient(type);
    }
}
