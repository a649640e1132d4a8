// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The blocking HttpClient 5 with the adapter that users get. */
final class ClassicTransport implements Transport {
    private final CloseableHttpClient client;
    private final TryRequest request;
    private final CallOptions options;
    private final Patience patience;

    ClassicTransport(ResilientHttp http, TryRequest request, CallOptions options, int connections) {
        this.request = request;
        this.options = options;
        this.patience = new Patience(http, options);
        client =
                ResilientHttpClient5.install(patience.pooled(connections), http).build();
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
                Duration longest = patience.body(ResilientHttpClient5.report(context), start);
                patience.read(entity.getContent(), digest, longest, message);
            }
        } catch (IOException | RuntimeException brokenOff) {
            return answer(response.getCode(), brokenOff, digest.brokenOff(), context, start);
        }
        return answer(response.getCode(), null, digest.whole(), context, start);
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
