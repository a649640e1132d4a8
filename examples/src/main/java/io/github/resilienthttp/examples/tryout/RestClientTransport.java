// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.spring.HttpComponentsResilience;
import io.github.resilienthttp.spring.ResilienceAttributes;
import io.github.resilienthttp.spring.ResilientClientHttpRequestFactory;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Spring's RestClient over HttpClient 5, with the engine in its request factory: bodies are streamed. */
final class RestClientTransport implements Transport {
    private final CloseableHttpClient client;
    private final CancellableRequests requests;
    private final RestClient rest;
    private final TryRequest request;
    private final CallOptions options;
    private final Patience patience;

    RestClientTransport(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        this.request = request;
        this.options = options;
        this.patience = new Patience(http, options);
        client = HttpComponentsResilience.prepare(patience.pooled(connections)).build();
        requests = new CancellableRequests(client);
        rest = RestClient.builder()
                .requestFactory(ResilientClientHttpRequestFactory.wrap(requests, http))
                .build();
    }

    @Override
    public Answer send() {
        AtomicReference<@Nullable CallReport> report = new AtomicReference<>();
        long start = System.nanoTime();
        try {
            return message(report).exchangeForRequiredValue((sent, response) -> read(response, report.get(), start));
        } catch (ResourceAccessException wrapped) {
            Throwable cause = wrapped.getCause();
            return answer(0, cause == null ? wrapped : cause, BodyFacts.NONE, report.get(), start);
        } catch (RuntimeException failure) {
            return answer(0, failure, BodyFacts.NONE, report.get(), start);
        }
    }

    private Answer read(ClientHttpResponse response, @Nullable CallReport report, long start) throws IOException {
        BodyDigest digest = new BodyDigest();
        int status = response.getStatusCode().value();
        try {
            patience.read(response.getBody(), digest, patience.body(report, start), requests.last());
        } catch (IOException | RuntimeException brokenOff) {
            return answer(status, brokenOff, digest.brokenOff(), report, start);
        }
        return answer(status, null, digest.whole(), report, start);
    }

    private static Answer answer(
            int status, @Nullable Throwable failure, BodyFacts body, @Nullable CallReport report, long start) {
        return new Answer(status, failure, body, report, System.nanoTime() - start);
    }

    private RestClient.RequestBodySpec message(AtomicReference<@Nullable CallReport> report) {
        RestClient.RequestBodySpec message = rest.method(HttpMethod.valueOf(request.method()))
                .uri(request.uri())
                .headers(this::fill)
                .attributes(ResilienceAttributes.options(options))
                .attributes(ResilienceAttributes.reportTo(report::set));
        Object content = request.body().content();
        return content == null ? message : message.body(content);
    }

    private void fill(HttpHeaders fields) {
        request.headers().forEach(header -> fields.add(header.name(), header.value()));
        if (request.body().present() && !fields.containsHeader(HttpHeaders.CONTENT_TYPE)) {
            fields.set(HttpHeaders.CONTENT_TYPE, request.body().type());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
