// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** A client that calls back, with a pool of one, and a scripted server. */
final class Bench implements Closeable {
    final ScriptedServer server = ScriptedServer.start();
    final @Nullable ResilientHttp engine;
    final PoolingAsyncClientConnectionManager pool;
    final CloseableHttpAsyncClient client;

    Bench(Side side, Consumer<HttpAsyncClientBuilder> more, String... settings) {
        this(side, HttpVersionPolicy.FORCE_HTTP_1, more, settings);
    }

    Bench(Side side, HttpVersionPolicy version, Consumer<HttpAsyncClientBuilder> more, String... settings) {
        engine = side.engine(settings);
        pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(1)
                .setMaxConnPerRoute(1)
                .setMessageMultiplexing(version == HttpVersionPolicy.FORCE_HTTP_2)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setVersionPolicy(version).build())
                .build();
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create().setConnectionManager(pool);
        more.accept(builder);
        client = Side.fit(builder, engine).build();
        client.start();
    }

    Future<SimpleHttpResponse> start(String method, String path) {
        return client.execute(SimpleHttpRequest.create(method, server.uri(path)), null);
    }

    Future<SimpleHttpResponse> start(String path, HttpClientContext context) {
        return client.execute(SimpleHttpRequest.create("GET", server.uri(path)), context, null);
    }

    Future<SimpleHttpResponse> startSeen(String method, String path) {
        int before = server.requestCount();
        Future<SimpleHttpResponse> future = start(method, path);
        server.awaitRequests(before + 1, Duration.ofSeconds(5));
        pause(150);
        return future;
    }

    int leased() {
        return pool.getTotalStats().getLeased();
    }

    /** How it ended within the time: a status, the name of an exception, or that it has not. */
    static String end(Future<SimpleHttpResponse> future, long millis) {
        try {
            return Integer.toString(future.get(millis, TimeUnit.MILLISECONDS).getCode());
        } catch (TimeoutException pending) {
            return "pending";
        } catch (ExecutionException failed) {
            return failed.getCause().getClass().getSimpleName();
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException(unwanted);
        } catch (RuntimeException cancelled) {
            return cancelled.getClass().getSimpleName();
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException(unwanted);
        }
    }

    static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        client.close(CloseMode.IMMEDIATE);
        if (engine != null) {
            engine.close();
        }
        server.close();
    }
}
