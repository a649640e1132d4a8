// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.transport;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.engine.Policies;
import io.github.resilienthttp.benchmarks.engine.Resilience4jNest;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** HttpClient's classic client, with and without engines. */
public final class HttpClients5 {
    private static final HttpClientResponseHandler<Integer> STATUS = response -> {
        EntityUtils.consume(response.getEntity());
        return response.getCode();
    };

    private HttpClients5() {}

    /**
     * Without any retries.
     *
     * @param builder the builder of the client
     * @return the same builder
     */
    public static HttpClientBuilder bare(HttpClientBuilder builder) {
        return builder.disableAutomaticRetries();
    }

    /**
     * With Resilience4j where our engine stands.
     *
     * @param builder the builder of the client
     * @return the same builder
     */
    public static HttpClientBuilder nestedInside(HttpClientBuilder builder) {
        Resilience4jNest nest = nest();
        return bare(builder).addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "nest", (request, scope, chain) -> {
            try {
                return nest.decorate(() -> chain.proceed(request, scope)).call();
            } catch (IOException | HttpException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** {@return Resilience4j's nest, for HttpClient's responses} */
    public static Resilience4jNest nest() {
        return Resilience4jNest.of(result -> result instanceof HttpResponse response && response.getCode() >= 500);
    }

    /**
     * With the engine.
     *
     * @param builder the builder of the client
     * @param resilience the engine
     * @return the same builder
     */
    public static HttpClientBuilder ours(HttpClientBuilder builder, ResilientHttp resilience) {
        return ResilientHttpClient5.install(builder, resilience, Policies.CLIENT);
    }

    /** {@return the engine, with a rate limit, since the nest has one} */
    public static ResilientHttp engine() {
        return ResilientHttp.builder().client(Policies.limited().build()).build();
    }

    /**
     * Calls of a client.
     *
     * @param client the client
     * @param target the server
     * @return a subject that closes the client
     */
    public static Subject calls(CloseableHttpClient client, HttpHost target) {
        return closing(lane -> client.execute(target, new HttpGet("/"), STATUS), client);
    }

    /**
     * Calls of a client, each within Resilience4j's nest.
     *
     * @param client the client
     * @param target the server
     * @return a subject that closes the client
     */
    public static Subject nestedAround(CloseableHttpClient client, HttpHost target) {
        Resilience4jNest nest = Resilience4jNest.of(status -> (Integer) status >= 500);
        return closing(
                lane -> nest.decorate(() -> client.execute(target, new HttpGet("/"), STATUS))
                        .call(),
                client);
    }

    /**
     * A subject that closes what it uses.
     *
     * @param calls makes the calls
     * @param used what to close, in order
     * @return the subject
     */
    @SuppressWarnings("try")
    public static Subject closing(Subject calls, AutoCloseable... used) {
        return new Subject() {
            @Override
            public int call(int lane) throws Exception {
                return calls.call(lane);
            }

            @Override
            public void close() throws Exception {
                for (AutoCloseable each : used) {
                    each.close();
                }
            }
        };
    }
}
