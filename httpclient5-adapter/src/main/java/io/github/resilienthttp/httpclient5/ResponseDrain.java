// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;

/** Gives a response up: reads the little that is left, for the connection's sake, or else drops the connection. */
record ResponseDrain(ExecRuntime runtime, AttemptLimit limit, Policy.Discard bounds) {
    void drain(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity != null && runtime.isEndpointAcquired() && worthReading(entity)) {
            EndpointCut cut = limit.cutAfter(bounds.maxTime().toNanos(), runtime);
            try {
                InputStream body = entity.getContent();
                boolean unused = body == null || endsWithin(body, bounds.maxDrain());
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

    /** Reads a body as far as that many bytes and one more; true where it has ended. */
    static boolean endsWithin(InputStream body, long most) throws IOException {
        byte[] sink = new byte[4096];
        long read = 0;
        while (read <= most) {
            int more = body.read(sink);
            if (more < 0) {
                return true;
            }
            read += more;
        }
        return false;
    }
}
