// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.Closeable;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** The ways a request of the soak can go. One more constant is one more way. */
enum SoakVia {
    CLASSIC {
        @Override
        Sender open(ResilientHttp resilience, ScriptedServer server) {
            PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build();
            HttpClientBuilder builder =
                    HttpClientBuilder.create().setConnectionManager(pool).setDefaultRequestConfig(REQUESTS);
            CloseableHttpClient client =
                    ResilientHttpClient5.install(builder, resilience).build();
            return new Sender() {
                @Override
                public URI uri(String path) {
                    return server.uri(path);
                }

                @Override
                public void send(String method, URI uri, byte[] body, HttpClientContext context, long cancelAfter)
                        throws Exception {
                    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
                    if (body.length > 0) {
                        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
                    }
                    if (cancelAfter > 0) {
                        after(cancelAfter).execute(request::abort);
                    }
                    client.execute(request, context, response -> {
                        EntityUtils.consume(response.getEntity());
                        return response.getCode();
                    });
                }

                @Override
                public int leased() {
                    return pool.getTotalStats().getLeased()
                            + pool.getTotalStats().getPending();
                }

                @Override
                public void close() {
                    client.close(CloseMode.GRACEFUL);
                }
            };
        }
    },

    ASYNC {
        @Override
        Sender open(ResilientHttp resilience, ScriptedServer server) {
            PoolingAsyncClientConnectionManager pool = PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build();
            HttpAsyncClientBuilder builder =
                    HttpAsyncClientBuilder.create().setConnectionManager(pool).setDefaultRequestConfig(REQUESTS);
            CloseableHttpAsyncClient client =
                    ResilientHttpClient5.install(builder, resilience).build();
            client.start();
            return new SoakSender(
                    client,
                    () -> pool.getTotalStats().getLeased()
                            + pool.getTotalStats().getPending(),
                    server::uri,
                    0,
                    () -> client.close(CloseMode.GRACEFUL));
        }
    },

    /** The client of HTTP/2 only; a request that breaks off costs its stream. */
    HTTP2 {
        @Override
        Sender open(ResilientHttp resilience, ScriptedServer server) {
            return http2(Http2Kind.HTTP2_ONLY, resilience, Http2Front.isolatingBefore(server.port()));
        }
    },

    /** Shared connections in a pool; a request that breaks off costs the connection. */
    HTTP2_POOL {
        @Override
        Sender open(ResilientHttp resilience, ScriptedServer server) {
            return http2(Http2Kind.MULTIPLEXING_POOL, resilience, Http2Front.before(server.port()));
        }
    };

    /** A client with the engine in it. */
    interface Sender extends Closeable {
        /** Returns when the caller's side of the exchange has ended; a timeout says that it has not. */
        void send(String method, URI uri, byte[] body, HttpClientContext context, long cancelAfter) throws Exception;

        /** Where this client finds a path of the server. */
        URI uri(String path);

        int leased();

        @Override
        void close();
    }

    private static final int CONNECTIONS = 12;
    /** HttpClient has no time limit for a body over HTTP/2: its caller has one. */
    private static final long PATIENCE = 1_500;

    private static final RequestConfig REQUESTS = RequestConfig.custom()
            .setResponseTimeout(Timeout.ofMilliseconds(500))
            .build();

    abstract Sender open(ResilientHttp resilience, ScriptedServer server);

    private static Sender http2(Http2Kind kind, ResilientHttp resilience, Http2Front front) {
        Http2Kind.Built built = kind.build(resilience, 2);
        built.client().start();
        return new SoakSender(built.client(), built.leased(), front::uri, PATIENCE, () -> {
            built.client().close(CloseMode.IMMEDIATE);
            front.close();
        });
    }

    static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
