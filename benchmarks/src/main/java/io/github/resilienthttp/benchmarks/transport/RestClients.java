// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.transport;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.engine.Policies;
import io.github.resilienthttp.benchmarks.engine.Resilience4jNest;
import io.github.resilienthttp.spring.RestClientResilience;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** RestClient, with and without engines. */
public final class RestClients {
    private RestClients() {}

    /**
     * Calls that read the body as text.
     *
     * @param factory sends the requests
     * @param setting what is done to the builder
     * @param uri where to
     * @param used what to close afterwards
     * @return the subject
     */
    public static Subject calls(
            ClientHttpRequestFactory factory, Consumer<RestClient.Builder> setting, URI uri, AutoCloseable... used) {
        RestClient client = client(factory, setting);
        return HttpClients5.closing(lane -> get(client, uri), used);
    }

    /**
     * The same, each call within Resilience4j's nest.
     *
     * @param factory sends the requests
     * @param uri where to
     * @param used what to close afterwards
     * @return the subject
     */
    public static Subject nestedAround(ClientHttpRequestFactory factory, URI uri, AutoCloseable... used) {
        RestClient client = client(factory, builder -> {});
        Resilience4jNest nest = Resilience4jNest.of(status -> (Integer) status >= 500);
        return HttpClients5.closing(
                lane -> nest.decorate(() -> get(client, uri)).call(), used);
    }

    private static RestClient client(ClientHttpRequestFactory factory, Consumer<RestClient.Builder> setting) {
        return RestClient.builder().requestFactory(factory).apply(setting).build();
    }

    private static int get(RestClient client, URI uri) {
        return client.get()
                .uri(uri)
                .retrieve()
                .toEntity(String.class)
                .getStatusCode()
                .value();
    }

    /** {@return an interceptor that does nothing} */
    static Consumer<RestClient.Builder> emptyInterceptor() {
        return builder -> builder.requestInterceptor((request, body, execution) -> execution.execute(request, body));
    }

    /** {@return Resilience4j's nest in an interceptor} */
    static Consumer<RestClient.Builder> nestedInterceptor() {
        Resilience4jNest nest = Resilience4jNest.of(RestClients::bad);
        ClientHttpRequestInterceptor interceptor = (request, body, execution) -> {
            try {
                return nest.decorate(() -> execution.execute(request, body)).call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        return builder -> builder.requestInterceptor(interceptor);
    }

    private static boolean bad(Object result) {
        try {
            return result instanceof ClientHttpResponse response
                    && response.getStatusCode().is5xxServerError();
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Our interceptor.
     *
     * @param resilience the engine
     * @return what it does to a builder
     */
    public static Consumer<RestClient.Builder> interceptor(ResilientHttp resilience) {
        return new RestClientResilience(resilience).forClient(Policies.CLIENT);
    }

    /**
     * Our engine below the interceptors.
     *
     * @param resilience the engine
     * @param factory sends the attempts
     * @return what it does to a builder
     */
    public static Consumer<RestClient.Builder> transportLayer(
            ResilientHttp resilience, ClientHttpRequestFactory factory) {
        return new RestClientResilience(resilience).streaming(Policies.CLIENT, factory);
    }
}
