// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.spring.HttpComponentsResilience;
import io.github.resilienthttp.spring.RestClientResilience;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Spring's RestClient over HttpClient, with the engine as its outermost interceptor. */
final class RestClientSender implements MessageSender {
    private final CloseableHttpClient client;
    private final RestClient rest;

    RestClientSender(ResilientHttp http, String name, int connections) {
        client = HttpComponentsResilience.prepare(ClassicSender.pooled(connections))
                .build();
        rest = RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(client))
                .apply(new RestClientResilience(http).forClient(name))
                .build();
    }

    @Override
    public void send(Message message) throws IOException {
        RestClient.RequestBodySpec request = rest.method(HttpMethod.valueOf(message.method()))
                .uri(message.uri())
                .header(message.field(), message.value());
        if (message.json() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(message.json());
        }
        try {
            request.retrieve().toBodilessEntity();
        } catch (RestClientException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
