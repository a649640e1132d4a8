// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** HttpClient's classic client. */
final class ClassicSender implements MessageSender {
    private final CloseableHttpClient client;

    ClassicSender(ResilientHttp http, String name, int connections) {
        client = ResilientHttpClient5.install(pooled(connections), http, name).build();
    }

    static HttpClientBuilder pooled(int connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build());
    }

    @Override
    public void send(Message message) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(message.method(), message.uri());
        request.setHeader(message.field(), message.value());
        if (message.json() != null) {
            request.setEntity(new StringEntity(message.json(), ContentType.APPLICATION_JSON));
        }
        client.execute(request, ClassicSender::consumed);
    }

    private static int consumed(ClassicHttpResponse response) throws IOException {
        EntityUtils.consume(response.getEntity());
        return response.getCode();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
