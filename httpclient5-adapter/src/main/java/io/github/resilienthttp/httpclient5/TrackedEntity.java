// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A body that can be written once, and says that it is repeatable until somebody has touched it. The chain's own proxy does the
 * same from PROTOCOL on; this one is shared by all attempts and is seen by REDIRECT as well.
 */
final class TrackedEntity extends HttpEntityWrapper {
    private volatile boolean touched;

    private TrackedEntity(HttpEntity body) {
        super(body);
    }

    /** Puts the tracker around a body that needs one. */
    static void track(HttpEntityContainer request) {
        HttpEntity body = request.getEntity();
        if (body != null && !body.isRepeatable()) {
            request.setEntity(new TrackedEntity(body));
        }
    }

    @Override
    public boolean isRepeatable() {
        return !touched;
    }

    @Override
    public InputStream getContent() throws IOException {
        touched = true;
        return super.getContent();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        touched = true;
        super.writeTo(out);
    }
}
