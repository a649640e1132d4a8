// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.wire;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.engine.Policies;
import io.github.resilienthttp.benchmarks.transport.HttpClients5;
import io.github.resilienthttp.benchmarks.transport.RestClients;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.net.URI;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** Successful calls to a server in another process, on connections that are kept. */
public enum WirePath implements Variant {
    /** HttpClient, classic, without retries. */
    CLASSIC_BARE((host, engine) ->
            HttpClients5.calls(HttpClients5.bare(HttpClientBuilder.create()).build(), host)),
    /** With its own retries. */
    CLASSIC_OWN_RETRY(
            (host, engine) -> HttpClients5.calls(HttpClientBuilder.create().build(), host)),
    /** With Resilience4j's nest round the call. */
    CLASSIC_RESILIENCE4J((host, engine) -> HttpClients5.nestedAround(
            HttpClients5.bare(HttpClientBuilder.create()).build(), host)),
    /** With the engine. */
    CLASSIC_OURS((host, engine) -> HttpClients5.calls(
            HttpClients5.ours(HttpClientBuilder.create(), engine).build(), host)),
    /** HttpClient, asynchronous, without retries. */
    ASYNC_BARE((host, engine) -> AsyncCalls.plain(
            HttpAsyncClientBuilder.create().disableAutomaticRetries().build(), host)),
    /** With its own retries. */
    ASYNC_OWN_RETRY(
            (host, engine) -> AsyncCalls.plain(HttpAsyncClientBuilder.create().build(), host)),
    /** With Resilience4j's nest round the call. */
    ASYNC_RESILIENCE4J((host, engine) -> AsyncCalls.nestedAround(
            HttpAsyncClientBuilder.create().disableAutomaticRetries().build(), host)),
    /** With the engine. */
    ASYNC_OURS((host, engine) -> AsyncCalls.plain(
            ResilientHttpClient5.install(HttpAsyncClientBuilder.create(), engine, Policies.CLIENT)
                    .build(),
            host)),
    /** HttpClient over HTTP/2 only, without retries. */
    HTTP2_BARE((host, engine) -> AsyncCalls.plain(
            H2AsyncClientBuilder.create().disableAutomaticRetries().build(), host)),
    /** With its own retries. */
    HTTP2_OWN_RETRY(
            (host, engine) -> AsyncCalls.plain(H2AsyncClientBuilder.create().build(), host)),
    /** With Resilience4j's nest round the call. */
    HTTP2_RESILIENCE4J((host, engine) -> AsyncCalls.nestedAround(
            H2AsyncClientBuilder.create().disableAutomaticRetries().build(), host)),
    /** With the engine. */
    HTTP2_OURS((host, engine) -> AsyncCalls.plain(
            ResilientHttpClient5.install(H2AsyncClientBuilder.create(), engine, Policies.CLIENT)
                    .build(),
            host)),
    /** RestClient on HttpClient without retries. */
    RESTCLIENT_BARE((host, engine) -> rest(HttpClients5.bare(HttpClientBuilder.create()), host)),
    /** With the retries of the HttpClient below. */
    RESTCLIENT_OWN_RETRY((host, engine) -> rest(HttpClientBuilder.create(), host)),
    /** With Resilience4j's nest round the call. */
    RESTCLIENT_RESILIENCE4J((host, engine) -> {
        CloseableHttpClient client =
                HttpClients5.bare(HttpClientBuilder.create()).build();
        return RestClients.nestedAround(new HttpComponentsClientHttpRequestFactory(client), address(host), client);
    }),
    /** With our interceptor. */
    RESTCLIENT_OURS_INTERCEPTOR((host, engine) -> {
        CloseableHttpClient client =
                HttpClients5.bare(HttpClientBuilder.create()).build();
        return RestClients.calls(
                new HttpComponentsClientHttpRequestFactory(client),
                RestClients.interceptor(engine),
                address(host),
                client);
    }),
    /** With our engine in the HttpClient below. */
    RESTCLIENT_OURS_BELOW((host, engine) -> rest(HttpClients5.ours(HttpClientBuilder.create(), engine), host));

    private final BiFunction<HttpHost, ResilientHttp, Subject> source;

    WirePath(BiFunction<HttpHost, ResilientHttp, Subject> source) {
        this.source = source;
    }

    @Override
    public Subject open() throws Exception {
        ServerProcess server = ServerProcess.share();
        ResilientHttp engine = HttpClients5.engine();
        Subject calls = source.apply(name().startsWith("HTTP2") ? server.http2() : server.http1(), engine);
        return HttpClients5.closing(calls, calls, engine, server);
    }

    private static Subject rest(HttpClientBuilder builder, HttpHost host) {
        CloseableHttpClient client = builder.build();
        return RestClients.calls(new HttpComponentsClientHttpRequestFactory(client), any -> {}, address(host), client);
    }

    private static URI address(HttpHost host) {
        return URI.create(host.toURI() + "/");
    }

    @Override
    public String baseline() {
        return name().substring(0, name().indexOf('_')) + "_BARE";
    }
}
