// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A request that keeps what it says and how its body is written, and is sent as often as its call wants. What the caller fills in
 * is the first attempt itself: most calls have no other. For one thread.
 */
final class ResilientRequest implements ClientHttpRequest, StreamingHttpOutputMessage, Transmission {
    private final URI uri;
    private final HttpMethod method;
    private final ClientHttpRequestFactory factory;
    private final ResilientClientHttpRequestFactory sender;
    private final ClientHttpRequest first;
    private @Nullable Body body;
    private @Nullable TrackedBody tracked;
    private boolean executed;
    /** Once the first attempt is under way, which may change the first request. */
    private @Nullable KeptFields kept;
    /** Made for who asks after that. */
    private @Nullable HttpHeaders given;

    ResilientRequest(
            URI uri, HttpMethod method, ClientHttpRequestFactory factory, ResilientClientHttpRequestFactory sender) {
        this.uri = uri;
        this.method = method;
        this.factory = factory;
        this.sender = sender;
        this.first = UnmadeRequest.orMade(factory, uri, method);
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    /** As the caller gave them, whatever attempts make of theirs. */
    @Override
    public HttpHeaders getHeaders() {
        KeptFields before = kept;
        if (before == null) {
            return first.getHeaders();
        }
        HttpHeaders made = given;
        if (made == null) {
            HttpHeaders headers = new HttpHeaders();
            before.addTo(headers);
            made = HttpHeaders.readOnlyHttpHeaders(headers);
            given = made;
        }
        return made;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return first.getAttributes();
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
    public OutputStream getBody() {
        assertNotExecuted();
        if (body == null) {
            body = new WrittenBody(new FastByteArrayOutputStream(1024));
        }
        if (body instanceof WrittenBody written) {
            return written.bytes();
        }
        throw new IllegalStateException("the request has a body already: invoke either getBody or setBody");
    }

    private void assertNotExecuted() {
        if (executed) {
            throw new IllegalStateException("the request was executed already");
        }
    }

    @Override
    public ClientHttpResponse execute() throws IOException {
        assertNotExecuted();
        executed = true;
        tracked = body == null ? null : new TrackedBody(body);
        return sender.send(this);
    }

    /** Without the engine. */
    ClientHttpResponse pass() throws IOException {
        return execute(first);
    }

    @Override
    public HttpRequest request() {
        return this;
    }

    @Override
    public ClientHttpResponse send(Call call, int attempt) throws IOException {
        ClientHttpRequest own = first;
        KeptFields before = kept;
        if (before == null) {
            kept = KeptFields.of(first);
        } else {
            own = factory.createRequest(uri, method);
            before.addTo(own.getHeaders());
            before.putInto(own.getAttributes());
        }
        HttpHeaders headers = own.getHeaders();
        call.decorate(attempt, headers::set);
        return execute(own);
    }

    private ClientHttpResponse execute(ClientHttpRequest own) throws IOException {
        TrackedBody sent = tracked;
        if (sent != null) {
            if (own instanceof StreamingHttpOutputMessage streaming) {
                streaming.setBody(sent);
            } else {
                sent.writeTo(own.getBody());
            }
        }
        return own.execute();
    }

    @Override
    public boolean replayable() {
        TrackedBody sent = tracked;
        return sent == null || sent.repeatable() || !sent.begun();
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
