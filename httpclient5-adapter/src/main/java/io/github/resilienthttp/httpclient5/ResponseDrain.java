// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** Gives a response up: reads the little that is left, for the connection's sake, or else drops the connection. */
record ResponseDrain(ExecRuntime runtime, AttemptLimit limit, Policy.Discard bounds) {
    void drain(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity != null && runtime.isEndpointAcquired() && worthReading(entity)) {
            EndpointCut cut = limit.cutAfter(bounds.maxTime().toNanos(), runtime);
            try {
                readToEnd(entity.getContent());
            } catch (IOException | RuntimeException failure) {
                // Says nothing of the response, whose verdict stands; the connection is dropped.
                runtime.discardEndpoint();
            } finally {
                cut.over();
            }
        }
        drop(response, runtime);
    }

    /** The end of the body has given the connection back; what is still held here is of no more use. */
    static void drop(ClassicHttpResponse response, ExecRuntime runtime) {
        // First: closing a response whose connection is alive reads its body without a bound.
        runtime.discardEndpoint();
        try {
            Closer.closeQuietly(response);
        } catch (RuntimeException ignored) {
            // The connection is gone, which is all that was wanted.
        }
    }

    private boolean worthReading(HttpEntity entity) {
        boolean stalled = entity instanceof PeekedEntity peeked && peeked.stalled();
        return runtime.isConnectionReusable() && !stalled && entity.getContentLength() <= bounds.maxDrain();
    }

    private void readToEnd(@Nullable InputStream body) throws IOException {
        if (body == null) {
            return;
        }
        byte[] sink = new byte[4096];
        long read = 0;
        while (read <= bounds.maxDrain()) {
            int more = body.read(sink);
            if (more < 0) {
                return;
            }
            read += more;
        }
    }
}
