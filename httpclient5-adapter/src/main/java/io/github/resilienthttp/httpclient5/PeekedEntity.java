// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.BodyAhead;
import io.github.resilienthttp.call.PeekedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A response's entity whose beginning was read ahead; all else is the client's own. */
final class PeekedEntity extends HttpEntityWrapper {
    private final BodyAhead ahead;
    private final PeekedStream content;

    PeekedEntity(HttpEntity entity, BodyAhead ahead, ExecRuntime runtime) {
        super(entity);
        this.ahead = ahead;
        this.content = new PeekedStream(ahead, ahead.source(), runtime::discardEndpoint);
    }

    /** Whether a read that was begun ahead still waits for bytes. */
    boolean stalled() {
        return ahead.busy();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (content) {
            content.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (content.dropped()) {
            return;
        }
        if (stalled()) {
            content.drop();
        } else {
            super.close();
        }
    }
}
