// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The blocking HttpClient 5 with the adapter that users get. */
final class ClassicTransport implements Transport {
    private final CloseableHttpClient client;
    private final ResilientHttp http;
    private final TryRequest request;
    private final CallOptions options;
    private final Patience patience;

    ClassicTransport(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        this.http = http;
        this.request = request;
        this.options = options;
        this.patience = new Patience(http, options);
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setSocketTimeout(Timeout.of(patience.silence()))
                                // The server may close a connection at any time: look before one is used again.
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build());
        client = ResilientHttpClient5.install(builder, http).build();
    }

    @Override
    public Answer send() {
        HttpUriRequestBase message = message();
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, options);
        long start = System.nanoTime();
        try {
            ClassicHttpResponse response = client.executeOpen(null, message, context);
            return read(message, response, context, start);
        } catch (IOException | RuntimeException failure) {
            return answer(0, failure, BodyFacts.NONE, context, start);
        }
    }

    private Answer read(
            HttpUriRequestBase message, ClassicHttpResponse response, HttpClientContext context, long start) {
        BodyDigest digest = new BodyDigest();
        try (response) {
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                readBody(message, entity, digest, patience.body(ResilientHttpClient5.report(context), start));
            }
        } catch (IOException | RuntimeException brokenOff) {
            return answer(response.getCode(), brokenOff, digest.brokenOff(), context, start);
        }
        return answer(response.getCode(), null, digest.whole(), context, start);
    }

    private void readBody(HttpUriRequestBase message, HttpEntity entity, BodyDigest digest, Duration longest)
            throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        Watchdog.Guard guard = http.watchdog().arm(http.time().nanos() + longest.toNanos(), () -> {
            cut.set(true);
            message.cancel();
        });
        try {
            digest.read(entity.getContent());
        } catch (IOException | RuntimeException brokenOff) {
            // Closing a response reads it to its end: this one may have none.
            message.cancel();
            if (cut.get()) {
                throw new SocketTimeoutException("the body had not ended after " + longest.toMillis() + " ms");
            }
            throw brokenOff;
        } finally {
            guard.disarm();
        }
    }

    private static Answer answer(
            int status, @Nullable Throwable failure, BodyFacts body, HttpClientContext context, long start) {
        long elapsed = System.nanoTime() - start;
        return new Answer(status, failure, body, ResilientHttpClient5.report(context), elapsed);
    }

    private HttpUriRequestBase message() {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(header -> message.addHeader(header.name(), header.value()));
        HttpEntity entity = request.body().entity();
        if (entity != null) {
            message.setEntity(entity);
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
