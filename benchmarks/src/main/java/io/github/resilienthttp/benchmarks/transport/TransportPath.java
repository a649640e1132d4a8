// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.transport;

import static io.github.resilienthttp.benchmarks.transport.HttpClients5.bare;
import static io.github.resilienthttp.benchmarks.transport.HttpClients5.calls;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.SubjectSource;
import io.github.resilienthttp.benchmarks.Variant;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.web.client.RestClient;

/** Successful calls of whole clients on a transport in memory. */
public enum TransportPath implements Variant {
    /** HttpClient without retries. */
    HTTPCLIENT_BARE(() -> calls(bare(InMemory.client()).build(), InMemory.TARGET)),
    /** HttpClient with its own retries. */
    HTTPCLIENT_OWN_RETRY(() -> calls(InMemory.client().build(), InMemory.TARGET)),
    /** HttpClient with Resilience4j's nest where ours stands. */
    HTTPCLIENT_RESILIENCE4J(
            () -> calls(HttpClients5.nestedInside(InMemory.client()).build(), InMemory.TARGET)),
    /** Resilience4j's nest round the call of HttpClient. */
    HTTPCLIENT_RESILIENCE4J_AROUND(
            () -> HttpClients5.nestedAround(bare(InMemory.client()).build(), InMemory.TARGET)),
    /** HttpClient with the engine. */
    HTTPCLIENT_OURS(() -> {
        ResilientHttp engine = HttpClients5.engine();
        return HttpClients5.closing(
                calls(HttpClients5.ours(InMemory.client(), engine).build(), InMemory.TARGET), engine);
    }),
    /** RestClient. */
    RESTCLIENT_BARE(() -> rest(builder -> {})),
    /** RestClient with an interceptor that does nothing. */
    RESTCLIENT_EMPTY_INTERCEPTOR(() -> rest(RestClients.emptyInterceptor())),
    /** RestClient with Resilience4j's nest in an interceptor. */
    RESTCLIENT_RESILIENCE4J_INTERCEPTOR(() -> rest(RestClients.nestedInterceptor())),
    /** RestClient with our interceptor. */
    RESTCLIENT_OURS_INTERCEPTOR(() -> ours(RestClients::interceptor)),
    /** RestClient with our engine below the interceptors. */
    RESTCLIENT_OURS_TRANSPORT_LAYER(
            () -> ours(engine -> RestClients.transportLayer(engine, new CannedRequestFactory())));

    private static final URI ADDRESS = URI.create("http://in-memory.example/");

    private final SubjectSource source;

    TransportPath(SubjectSource source) {
        this.source = source;
    }

    @Override
    public Subject open() throws Exception {
        return source.open();
    }

    private static Subject rest(Consumer<RestClient.Builder> setting, AutoCloseable... used) {
        return RestClients.calls(new CannedRequestFactory(), setting, ADDRESS, used);
    }

    private static Subject ours(Function<ResilientHttp, Consumer<RestClient.Builder>> setting) {
        ResilientHttp engine = HttpClients5.engine();
        return rest(setting.apply(engine), engine);
    }

    @Override
    public String baseline() {
        return name().startsWith("HTTPCLIENT") ? "HTTPCLIENT_BARE" : "RESTCLIENT_BARE";
    }
}
