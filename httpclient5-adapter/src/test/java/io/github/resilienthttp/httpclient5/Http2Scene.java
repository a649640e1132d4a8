// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.testkit.LeakProbe;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.io.CloseMode;

/** An HTTP/2 server and a client with the engine in it. Closing it fails where anything was leaked. */
final class Http2Scene implements AutoCloseable {
    private final LeakProbe threads = LeakProbe.watching("resilient-http", Http2Server.THREAD_PREFIX);
    private final Http2Server server;
    private final ResilientHttp resilience;
    private final Http2Kind.Built built;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger completions = new AtomicInteger();

    private Http2Scene(Http2Kind kind, int connections, Http2Server server, List<String> settings) {
        this.server = server;
        this.resilience = Scene.engine(settings);
        this.built = kind.build(resilience, connections);
        built.client().start();
    }

    /** {@code settings} are keys below {@code resilient-http.defaults} with their values. */
    static Http2Scene with(Http2Kind kind, Http2Handler handler, String... settings) {
        int connections = kind == Http2Kind.PLAIN_POOL ? 20 : 1;
        return new Http2Scene(kind, connections, Http2Server.start(handler), List.of(settings));
    }

    static Http2Scene limited(Http2Kind kind, H2Setting limit, Http2Handler handler, String... settings) {
        return new Http2Scene(kind, 1, Http2Server.start(handler, limit), List.of(settings));
    }

    static Http2Scene pooled(int connections, Http2Handler handler, String... settings) {
        return new Http2Scene(Http2Kind.PLAIN_POOL, connections, Http2Server.start(handler), List.of(settings));
    }

    Http2Server server() {
        return server;
    }

    CloseableHttpAsyncClient client() {
        return built.client();
    }

    SimpleHttpRequest request(String method, String path) {
        SimpleHttpRequest request = SimpleHttpRequest.create(method, server.uri(path));
        if (method.equals("POST")) {
            request.setBody("10", ContentType.TEXT_PLAIN);
        }
        return request;
    }

    /** A context for requests of a client with settings of its own. */
    static HttpClientContext of(String client) {
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, CallOptions.NONE.withClient(client));
        return context;
    }

    CompletableFuture<SimpleHttpResponse> start(String method, String path) {
        return start(method, path, HttpClientContext.create());
    }

    CompletableFuture<SimpleHttpResponse> start(String method, String path, HttpClientContext context) {
        return start(SimpleRequestProducer.create(request(method, path)), SimpleResponseConsumer.create(), context);
    }

    /** Sends a request, and cancels it when the result is cancelled. A second completion fails. */
    <T> CompletableFuture<T> start(
            AsyncRequestProducer request, AsyncResponseConsumer<T> consumer, HttpClientContext context) {
        CompletableFuture<T> result = new CompletableFuture<>();
        started.incrementAndGet();
        Future<T> future = built.client().execute(request, consumer, null, context, new FutureCallback<T>() {
            @Override
            public void completed(T whole) {
                completions.incrementAndGet();
                result.complete(whole);
            }

            @Override
            public void failed(Exception cause) {
                completions.incrementAndGet();
                result.completeExceptionally(cause);
            }

            @Override
            public void cancelled() {
                completions.incrementAndGet();
                result.completeExceptionally(new CancellationException("by the client"));
            }
        });
        CompletableFuture<T> unused = result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                future.cancel(true);
            }
        });
        return result;
    }

    Answer send(String method, String path) throws IOException, InterruptedException {
        HttpClientContext context = HttpClientContext.create();
        SimpleHttpResponse response = AsyncScene.await(start(method, path, context));
        String text = Objects.requireNonNullElse(response.getBodyText(), "");
        return new Answer(response.getCode(), text, Scene.report(context));
    }

    /** The streams that were opened for a path, in their order. */
    List<Http2Stream> streams(String path) {
        return server.streams().stream()
                .filter(stream -> stream.path().equals(path))
                .toList();
    }

    void awaitStreams(String path, int count) throws InterruptedException {
        for (int tries = 0; streams(path).size() < count && tries < 2000; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (streams(path).size() < count) {
            throw new AssertionError("only " + streams(path).size() + " streams for " + path);
        }
    }

    long activeCalls() {
        return resilience.clients().values().stream()
                .flatMap(one -> one.scopes().all().stream())
                .mapToLong(Scope::active)
                .sum();
    }

    /** The client gives a connection back a moment after it has told the caller. */
    void awaitNoLease() throws InterruptedException {
        for (int tries = 0; built.leased().getAsInt() + activeCalls() > 0 && tries < 600; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (built.leased().getAsInt() + activeCalls() != 0) {
            throw new AssertionError(built.leased().getAsInt() + " leases, " + activeCalls() + " calls are left");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            awaitNoLease();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            // Gracefully would wait for streams whose end HttpCore does not notice.
            built.client().close(CloseMode.IMMEDIATE);
            resilience.close();
            server.close();
            threads.close();
        }
        if (completions.get() != started.get()) {
            throw new AssertionError(started + " requests were completed " + completions + " times");
        }
    }
}
