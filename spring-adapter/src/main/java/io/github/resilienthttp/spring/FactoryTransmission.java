// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** Sends through a request factory; the body is streamed where the factory can do it. For one thread. */
final class FactoryTransmission implements Transmission {
    private final HttpRequest request;
    private final ClientHttpRequestFactory factory;
    private final @Nullable TrackedBody body;

    FactoryTransmission(HttpRequest request, ClientHttpRequestFactory factory, @Nullable Body body) {
        this.request = request;
        this.factory = factory;
        this.body = body == null ? null : new TrackedBody(body);
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public ClientHttpResponse send(Consumer<HttpHeaders> decoration) throws IOException {
        ClientHttpRequest attempt = factory.createRequest(request.getURI(), request.getMethod());
        request.getHeaders().forEach((name, values) -> attempt.getHeaders().addAll(name, values));
        decoration.accept(attempt.getHeaders());
        attempt.getAttributes().putAll(request.getAttributes());
        attempt.getAttributes().put(OpenCall.UNDER_WAY, true);
        if (body != null) {
            if (attempt instanceof StreamingHttpOutputMessage streaming) {
                streaming.setBody(body);
            } else {
                body.writeTo(attempt.getBody());
            }
        }
        return attempt.execute();
    }

    @Override
    public boolean replayable() {
        return body == null || body.repeatable() || !body.begun();
    }
}
