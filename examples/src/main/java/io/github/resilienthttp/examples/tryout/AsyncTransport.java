// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.jspecify.annotations.Nullable;

/** The HttpClient 5 that calls back, over HTTP/1.1 or HTTP/2, with the adapter that users get. */
final class AsyncTransport implements Transport {
    private final CloseableHttpAsyncClient client;
    private final TryRequest request;
    private final CallOptions options;
    private final Patience patience;

    private AsyncTransport(
            CloseableHttpAsyncClient client, TryRequest request, CallOptions options, Patience patience) {
        this.client = client;
        this.request = request;
        this.options = options;
        this.patience = patience;
        client.start();
    }

    static AsyncTransport http1(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        Patience patience = new Patience(http, options);
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .setDefaultConnectionConfig(patience.connection())
                        .build());
        return new AsyncTransport(ResilientHttpClient5.install(builder, http).build(), request, options, patience);
    }

    /** All calls share one connection, whatever their number. */
    static AsyncTransport http2(ResilientHttp http, TryRequest request, CallOptions options) {
        Patience patience = new Patience(http, options);
        H2AsyncClientBuilder builder = H2AsyncClientBuilder.create().setDefaultConnectionConfig(patience.connection());
        return new AsyncTransport(ResilientHttpClient5.install(builder, http).build(), request, options, patience);
    }

    @Override
    public Answer send() {
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, options);
        ReadingConsumer reading = new ReadingConsumer();
        long start = System.nanoTime();
        Future<BodyFacts> future = client.execute(message(), reading, null, context, new FutureCallback<BodyFacts>() {
            @Override
            public void completed(BodyFacts whole) {
                // Whoever waits for the head waits for the body next.
            }

            @Override
            public void failed(Exception cause) {
                reading.head().completeExceptionally(cause);
            }

            @Override
            public void cancelled() {
                reading.head().cancel(false);
            }
        });
        return answer(future, reading, context, start);
    }

    private Answer answer(Future<BodyFacts> future, ReadingConsumer reading, HttpClientContext context, long start) {
        Throwable failure;
        try {
            reading.head().get();
            Duration longest = patience.body(ResilientHttpClient5.report(context), start);
            try {
                BodyFacts whole = future.get(longest.toNanos(), TimeUnit.NANOSECONDS);
                return answer(reading.status(), null, whole, context, start);
            } catch (TimeoutException stuck) {
                failure = new SocketTimeoutException("the body had not ended after " + longest.toMillis() + " ms");
            }
        } catch (ExecutionException failed) {
            failure = failed.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure = interrupted;
        }
        future.cancel(true);
        return answer(reading.status(), failure, reading.brokenOff(), context, start);
    }

    private static Answer answer(
            int status, @Nullable Throwable failure, BodyFacts body, HttpClientContext context, long start) {
        long elapsed = System.nanoTime() - start;
        return new Answer(status, failure, body, ResilientHttpClient5.report(context), elapsed);
    }

    private AsyncRequestProducer message() {
        BasicHttpRequest message = new BasicHttpRequest(request.method(), request.uri());
        request.headers().forEach(header -> message.addHeader(header.name(), header.value()));
        return new BasicRequestProducer(message, request.body().producer());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
