// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A scripted server and a client that calls back, with the engine in it. Closing it fails where anything was leaked. */
final class AsyncScene implements AutoCloseable {
    private final LeakProbe threads = LeakProbe.watching("resilient-http", ScriptedServer.THREAD_PREFIX);
    private final ScriptedServer server = ScriptedServer.start();
    private final ResilientHttp resilience;
    private final PoolingAsyncClientConnectionManager pool;
    private final CloseableHttpAsyncClient client;

    private AsyncScene(Consumer<HttpAsyncClientBuilder> clientSettings, ResilientHttp engine) {
        resilience = engine;
        pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(1)
                .setMaxConnPerRoute(1)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(20))
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build())
                .build();
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create().setConnectionManager(pool);
        clientSettings.accept(builder);
        client = ResilientHttpClient5.install(builder, resilience).build();
        client.start();
    }

    /** A pool of one connection; {@code settings} are keys below {@code resilient-http.defaults} with their values. */
    static AsyncScene with(String... settings) {
        return new AsyncScene(builder -> {}, Scene.engine(List.of(settings)));
    }

    static AsyncScene observed(Observations observations, String... settings) {
        return new AsyncScene(builder -> {}, Scene.engine(List.of(settings), observations));
    }

    static AsyncScene built(Consumer<HttpAsyncClientBuilder> clientSettings, String... settings) {
        return new AsyncScene(clientSettings, Scene.engine(List.of(settings)));
    }

    ScriptedServer server() {
        return server;
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    ResilientHttp resilience() {
        return resilience;
    }

    SimpleHttpRequest request(String method, String path) {
        return SimpleHttpRequest.create(method, server.uri(path));
    }

    /** Sends a request, and cancels it when the result is cancelled. */
    CompletableFuture<SimpleHttpResponse> start(SimpleHttpRequest request, HttpClientContext context) {
        CompletableFuture<SimpleHttpResponse> result = new CompletableFuture<>();
        Future<SimpleHttpResponse> future = client.execute(
                SimpleRequestProducer.create(request),
                SimpleResponseConsumer.create(),
                context,
                new FutureCallback<SimpleHttpResponse>() {
                    @Override
                    public void completed(SimpleHttpResponse response) {
                        result.complete(response);
                    }

                    @Override
                    public void failed(Exception cause) {
                        result.completeExceptionally(cause);
                    }

                    @Override
                    public void cancelled() {
                        result.completeExceptionally(new CancellationException("by the client"));
                    }
                });
        CompletableFuture<SimpleHttpResponse> unused = result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                future.cancel(true);
            }
        });
        return result;
    }

    Answer send(SimpleHttpRequest request) throws IOException, InterruptedException {
        HttpClientContext context = HttpClientContext.create();
        SimpleHttpResponse response = await(start(request, context));
        return new Answer(response.getCode(), Objects.requireNonNullElse(response.getBodyText(), ""), report(context));
    }

    static <T> T await(CompletableFuture<T> result) throws IOException, InterruptedException {
        try {
            return result.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("no end within 20 s", stuck);
        }
    }

    static CallReport report(HttpClientContext context) {
        return Scene.report(context);
    }

    /** How many calls have not ended. */
    long activeCalls() {
        return resilience.clients().values().stream()
                .flatMap(one -> one.scopes().all().stream())
                .mapToLong(Scope::active)
                .sum();
    }

    int leased() {
        return pool.getTotalStats().getLeased();
    }

    /** The client gives a connection back a moment after it has told the caller. */
    void awaitNoLease() throws InterruptedException {
        for (int tries = 0; leased() + pool.getTotalStats().getPending() > 0 && tries < 600; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (leased() != 0) {
            throw new AssertionError(leased() + " connections are still leased");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            awaitNoLease();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
            resilience.close();
            server.close();
            threads.close();
        }
    }
}
