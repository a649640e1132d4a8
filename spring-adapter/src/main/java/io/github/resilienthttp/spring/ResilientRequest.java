// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/** A request that keeps how its body is written, and is sent as often as its call wants. For one thread. */
final class ResilientRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {
    /** Sends it, as often as it takes. */
    interface Sender {
        ClientHttpResponse send(FactoryTransmission transmission) throws IOException;
    }

    private final URI uri;
    private final HttpMethod method;
    private final ClientHttpRequestFactory factory;
    private final Sender sender;
    private @Nullable Body body;

    ResilientRequest(URI uri, HttpMethod method, ClientHttpRequestFactory factory, Sender sender) {
        this.uri = uri;
        this.method = method;
        this.factory = factory;
        this.sender = sender;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    public void setBody(Body given) {
        assertNotExecuted();
        if (body != null) {
            throw new IllegalStateException("the request has a body already: invoke either getBody or setBody, once");
        }
        body = given;
    }

    /** What is written here is in memory anyway, and so can be written again. */
    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        if (body == null) {
            body = new WrittenBody(new FastByteArrayOutputStream(1024));
        }
        if (body instanceof WrittenBody written) {
            return written.bytes();
        }
        throw new IllegalStateException("the request has a body already: invoke either getBody or setBody");
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
        return sender.send(new FactoryTransmission(this, factory, body));
    }

    private record WrittenBody(FastByteArrayOutputStream bytes) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
