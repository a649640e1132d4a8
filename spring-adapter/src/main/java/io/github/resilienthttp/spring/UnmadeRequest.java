// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** In place of a request that a factory refused to make: the refusal is the attempt's, so that it is judged as any failure. */
final class UnmadeRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {
    private final URI uri;
    private final HttpMethod method;
    private final Exception refusal;

    private UnmadeRequest(URI uri, HttpMethod method, Exception refusal) {
        this.uri = uri;
        this.method = method;
        this.refusal = refusal;
    }

    /** Never throws. */
    static ClientHttpRequest orMade(ClientHttpRequestFactory factory, URI uri, HttpMethod method) {
        try {
            return factory.createRequest(uri, method);
        } catch (IOException | RuntimeException refusal) {
            return new UnmadeRequest(uri, method, refusal);
        }
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    /** Never begun. */
    @Override
    public void setBody(Body body) {}

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        return OutputStream.nullOutputStream();
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
        if (refusal instanceof IOException failure) {
            throw failure;
        }
        throw (RuntimeException) refusal;
    }
}
