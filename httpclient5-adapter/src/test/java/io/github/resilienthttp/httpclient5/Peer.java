// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.testing.async.AsyncEchoHandler;
import org.apache.hc.client5.testing.async.AsyncRandomHandler;
import org.apache.hc.client5.testing.async.AuthenticatingAsyncDecorator;
import org.apache.hc.client5.testing.async.RedirectingAsyncDecorator;
import org.apache.hc.client5.testing.async.ServiceUnavailableAsyncDecorator;
import org.apache.hc.client5.testing.classic.AuthenticatingDecorator;
import org.apache.hc.client5.testing.classic.EchoHandler;
import org.apache.hc.client5.testing.classic.RandomHandler;
import org.apache.hc.client5.testing.classic.RedirectingDecorator;
import org.apache.hc.client5.testing.classic.ServiceUnavailableDecorator;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.testing.classic.ClassicTestServer;
import org.apache.hc.core5.testing.nio.Http1TestServer;
import org.apache.hc.core5.util.TimeValue;

/** HttpClient's own test servers, and the client of ours that speaks to each. */
enum Peer {
    CLASSIC {
        @Override
        Runnable serve(PeerPlan plan) throws Exception {
            ClassicTestServer server = new ClassicTestServer();
            server.configure((HttpServerRequestHandler handler) -> {
                HttpServerRequestHandler busy = new ServiceUnavailableDecorator(handler, plan::busy);
                HttpServerRequestHandler strict =
                        plan.strict() == null ? busy : new AuthenticatingDecorator(busy, plan.strict());
                HttpServerRequestHandler moved = new RedirectingDecorator(strict, plan::redirect);
                return new ServiceUnavailableDecorator(moved, plan::record);
            });
            server.register("/random/*", new RandomHandler());
            server.register("/echo/*", new EchoHandler());
            server.start();
            plan.port(server.getPort());
            return () -> server.shutdown(CloseMode.IMMEDIATE);
        }

        @Override
        PeerClient client(PeerPlan plan) {
            PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
            pool.setMaxTotal(2);
            pool.setDefaultMaxPerRoute(2);
            HttpClientBuilder builder = HttpClientBuilder.create()
                    .setConnectionManager(pool)
                    .setDefaultCredentialsProvider(plan.credentials())
                    .addRequestInterceptorFirst(plan::addHeader);
            CloseableHttpClient client =
                    ResilientHttpClient5.install(builder, plan.resilience()).build();
            return new PeerClient(pool::getTotalStats, client) {
                @Override
                Answer send(String method, String path, byte[] body, boolean once, boolean expect) throws Exception {
                    ClassicRequestBuilder request =
                            ClassicRequestBuilder.create(method).setUri(plan.uri(path));
                    if (body.length > 0 && once) {
                        request.setEntity(
                                new InputStreamEntity(new ByteArrayInputStream(body), ContentType.TEXT_PLAIN));
                    } else if (body.length > 0) {
                        request.setEntity(new ByteArrayEntity(body, ContentType.TEXT_PLAIN));
                    }
                    HttpClientContext context = context(expect);
                    return client.execute(
                            request.build(),
                            context,
                            response -> new Answer(
                                    response.getCode(),
                                    EntityUtils.toString(response.getEntity()),
                                    Scene.report(context)));
                }
            };
        }
    },

    ASYNC {
        @Override
        Runnable serve(PeerPlan plan) throws Exception {
            Http1TestServer server = new Http1TestServer();
            server.configure((AsyncServerExchangeHandler handler) -> {
                AsyncServerExchangeHandler busy = new ServiceUnavailableAsyncDecorator(handler, plan::busy);
                AsyncServerExchangeHandler strict =
                        plan.strict() == null ? busy : new AuthenticatingAsyncDecorator(busy, plan.strict());
                AsyncServerExchangeHandler moved = new RedirectingAsyncDecorator(strict, plan::redirect);
                return new ServiceUnavailableAsyncDecorator(moved, plan::record);
            });
            server.register("/random/*", AsyncRandomHandler::new);
            server.register("/echo/*", AsyncEchoHandler::new);
            plan.port(server.start().getPort());
            return () -> server.shutdown(TimeValue.ofSeconds(5));
        }

        @Override
        PeerClient client(PeerPlan plan) {
            PoolingAsyncClientConnectionManager pool = new PoolingAsyncClientConnectionManager();
            pool.setMaxTotal(2);
            pool.setDefaultMaxPerRoute(2);
            HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                    .setConnectionManager(pool)
                    .setDefaultCredentialsProvider(plan.credentials())
                    .addRequestInterceptorFirst(plan::addHeader);
            CloseableHttpAsyncClient client =
                    ResilientHttpClient5.install(builder, plan.resilience()).build();
            client.start();
            return new PeerClient(pool::getTotalStats, client) {
                @Override
                Answer send(String method, String path, byte[] body, boolean once, boolean expect) throws Exception {
                    AsyncRequestBuilder request =
                            AsyncRequestBuilder.create(method).setUri(plan.uri(path));
                    if (body.length > 0) {
                        request.setEntity(new BasicAsyncEntityProducer(body, ContentType.TEXT_PLAIN) {
                            @Override
                            public boolean isRepeatable() {
                                return !once;
                            }
                        });
                    }
                    HttpClientContext context = context(expect);
                    Future<SimpleHttpResponse> future =
                            client.execute(request.build(), SimpleResponseConsumer.create(), context, null);
                    try {
                        SimpleHttpResponse response = future.get(20, TimeUnit.SECONDS);
                        return new Answer(
                                response.getCode(), String.valueOf(response.getBodyText()), Scene.report(context));
                    } catch (ExecutionException failed) {
                        throw failed.getCause() instanceof Exception cause ? cause : failed;
                    } catch (InterruptedException unwanted) {
                        future.cancel(true);
                        throw unwanted;
                    }
                }
            };
        }
    };

    /** Starts a server; what is returned ends it. */
    abstract Runnable serve(PeerPlan plan) throws Exception;

    abstract PeerClient client(PeerPlan plan);

    private static HttpClientContext context(boolean expect) {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(
                RequestConfig.custom().setExpectContinueEnabled(expect).build());
        return context;
    }
}
