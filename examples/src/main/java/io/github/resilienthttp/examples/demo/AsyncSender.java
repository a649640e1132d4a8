// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** HttpClient's async client, over HTTP/1.1. */
final class AsyncSender implements MessageSender {
    private final CloseableHttpAsyncClient client;

    AsyncSender(ResilientHttp http, String name, int connections) {
        HttpAsyncClientBuilder pooled = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build());
        client = ResilientHttpClient5.install(pooled, http, name).build();
        client.start();
    }

    @Override
    public void send(Message message) throws IOException, InterruptedException {
        SimpleRequestBuilder request =
                SimpleRequestBuilder.create(message.method()).setUri(message.uri());
        request.setHeader(message.field(), message.value());
        if (message.json() != null) {
            request.setBody(message.json(), ContentType.APPLICATION_JSON);
        }
        await(request.build());
    }

    private void await(SimpleHttpRequest request) throws IOException, InterruptedException {
        Future<SimpleHttpResponse> answer = client.execute(request, null);
        try {
            answer.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
