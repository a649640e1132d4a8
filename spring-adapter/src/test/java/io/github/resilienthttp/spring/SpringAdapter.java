// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterSetting;
import io.github.resilienthttp.contract.AdapterUnderTest;
import io.github.resilienthttp.contract.BlockingCall;
import io.github.resilienthttp.contract.ContractBody;
import io.github.resilienthttp.contract.ContractRequest;
import io.github.resilienthttp.contract.Ending;
import io.github.resilienthttp.contract.Running;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.HeaderLine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Spring's clients, put to the contract. */
final class SpringAdapter implements AdapterUnderTest {
    private final AdapterSetting setting;
    private final ClientHttpRequestFactory factory;
    private final RestClient client;

    SpringAdapter(AdapterSetting setting, ClientHttpRequestFactory factory, SpringKind.Layer layer) {
        this.setting = setting;
        this.factory = factory;
        RestClientResilience installations = new RestClientResilience(setting.engine());
        this.client = switch (layer) {
            case INTERCEPTOR ->
                RestClient.builder()
                        .requestFactory(factory)
                        .apply(installations.byOrigin())
                        .build();
            case TRANSPORT ->
                RestClient.builder()
                        .apply(installations.streaming("default", factory))
                        .build();
            // The template's list of interceptors and its factory, which is what a RestTemplate runs on.
            case TEMPLATE -> RestClient.create(installations.install(new RestTemplate(factory)));
        };
    }

    @Override
    public URI uri(String target) {
        return setting.server().uri(target);
    }

    @Override
    public Running start(ContractRequest request) {
        AtomicReference<CallReport> report = new AtomicReference<>();
        return BlockingCall.start(() -> send(request, report), report::get, () -> {
            throw new UnsupportedOperationException("nobody can cancel a RestClient's request");
        });
    }

    private Ending send(ContractRequest request, AtomicReference<CallReport> report) {
        RestClient.RequestBodySpec spec = client.method(HttpMethod.valueOf(request.method()))
                .uri(request.uri())
                .headers(headers -> request.headers().forEach(line -> headers.add(line.name(), line.value())))
                .attributes(ResilienceAttributes.options(request.options()))
                .attributes(ResilienceAttributes.reportTo(report::set));
        body(spec, request.body());
        return spec.exchange((sent, response) -> ending(response, report));
    }

    private static Ending ending(ClientHttpResponse response, AtomicReference<CallReport> report) throws IOException {
        return Ending.answered(
                response.getStatusCode().value(),
                lines(response.getHeaders()),
                response.getBody().readAllBytes(),
                report::get);
    }

    private static void body(RestClient.RequestBodySpec spec, ContractBody body) {
        switch (body.kind()) {
            case NONE -> {
                // As it is.
            }
            case REPEATABLE -> spec.body(body.bytes());
            case ONCE -> spec.contentLength(body.length()).body(new InputStreamResource(body.open()));
            case CHUNKED -> spec.body(new Chunks(body));
        }
    }

    private static List<HeaderLine> lines(HttpHeaders headers) {
        List<HeaderLine> lines = new ArrayList<>();
        headers.forEach((name, values) -> values.forEach(value -> lines.add(new HeaderLine(name, value))));
        return lines;
    }

    @Override
    public int leased() {
        return Factory.leased(factory);
    }

    @Override
    public void close() {
        Factory.close(factory);
    }

    private record Chunks(ContractBody body) implements StreamingHttpOutputMessage.Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            body.open().transferTo(out);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
