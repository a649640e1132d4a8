// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.policy.Policy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of a redirect. HttpClient closes it before it follows, and to close a body is to read all of it, however long that
 * takes: here no more is read than of any response that is given up. Whoever reads it has it whole.
 */
final class RedirectBody extends HttpEntityWrapper {
    private final ExecRuntime runtime;
    private final AttemptLimit limit;
    private final Policy.Discard bounds;
    private @Nullable Content content;

    private RedirectBody(HttpEntity body, ExecRuntime runtime, AttemptLimit limit, Policy.Discard bounds) {
        super(body);
        this.runtime = runtime;
        this.limit = limit;
        this.bounds = bounds;
    }

    /** Puts the bounds around the body of a response that may be followed elsewhere. */
    static void bound(ClassicHttpResponse response, ExecRuntime runtime, AttemptLimit limit, Policy.Discard bounds) {
        HttpEntity body = response.getEntity();
        if (body != null && body.isStreaming() && response.getCode() >= 300 && response.getCode() < 400) {
            response.setEntity(new RedirectBody(body, runtime, limit, bounds));
        }
    }

    @Override
    public InputStream getContent() throws IOException {
        Content known = content;
        if (known == null) {
            known = new Content(super.getContent());
            content = known;
        }
        return known;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = getContent()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        getContent().close();
    }

    /** Reads the little that is left when it is closed, for the connection's sake, or else drops the connection. */
    private final class Content extends FilterInputStream {
        private boolean closed;

        Content(InputStream body) {
            super(body);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            if (!runtime.isEndpointAcquired()) {
                in.close();
                return;
            }
            EndpointCut cut = limit.cutAfter(bounds.maxTime().toNanos(), runtime);
            try {
                if (!ResponseDrain.endsWithin(in, bounds.maxDrain())) {
                    runtime.discardEndpoint();
                }
            } catch (IOException | RuntimeException failure) {
                // The redirect was whole; only its connection is lost.
                runtime.discardEndpoint();
            } finally {
                cut.over();
            }
        }
    }
}
