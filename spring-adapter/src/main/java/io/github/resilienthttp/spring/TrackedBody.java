// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.StreamingHttpOutputMessage.Body;

/** A body that remembers whether it was begun; some clients write it on a thread of theirs. */
final class TrackedBody implements Body {
    private final Body body;
    private volatile boolean begun;

    TrackedBody(Body body) {
        this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        body.writeTo(out);
    }

    @Override
    public boolean repeatable() {
        return body.repeatable();
    }

    boolean begun() {
        return begun;
    }
}
