// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.BodyAhead;
import io.github.resilienthttp.call.ContentCoding;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;

/** Reads a body ahead of its caller. */
final class ResponsePeek {
    private static final byte[] NOTHING = {};

    private ResponsePeek() {}

    /** The decoded body where all of it comes within the bounds, else empty; the response has it whole either way. */
    static byte[] peek(ClassicHttpResponse response, ExecRuntime runtime, int maxBytes, long maxNanos) {
        HttpEntity entity = response.getEntity();
        if (entity == null || maxBytes < 1 || entity.getContentLength() > maxBytes) {
            return NOTHING;
        }
        InputStream content;
        try {
            content = entity.getContent();
        } catch (IOException | RuntimeException failure) {
            // The caller will meet it.
            return NOTHING;
        }
        if (content == null) {
            return NOTHING;
        }
        BodyAhead ahead = new BodyAhead(content, maxBytes);
        response.setEntity(new PeekedEntity(entity, ahead, runtime));
        ahead.readWhatIsHere(entity.getContentLength());
        if (!ahead.finished()) {
            ahead.readElsewhere(maxNanos);
        }
        return decoded(response, ahead.whole(), maxBytes);
    }

    /** What the bytes say once a single known content coding is undone, else nothing. */
    static byte[] decoded(MessageHeaders response, byte[] raw, int maxBytes) {
        Header[] codings = response.getHeaders(HttpHeaders.CONTENT_ENCODING);
        if (codings.length == 0 || raw.length == 0) {
            return raw;
        }
        return codings.length > 1 ? NOTHING : ContentCoding.decode(codings[0].getValue(), raw, maxBytes);
    }
}
