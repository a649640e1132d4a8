// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.BodyAhead;
import io.github.resilienthttp.call.ContentCoding;
import io.github.resilienthttp.call.PeekedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A response as long as nobody has decided on it; handed to the caller itself only where the beginning of its body was read
 * ahead, and else the response within. For one thread.
 */
final class HeldResponse implements ClientHttpResponse {
    private static final byte[] NOTHING = {};

    private final ClientHttpResponse response;
    private final int status;
    private final AttemptCut cut;
    private @Nullable BodyAhead ahead;
    private @Nullable PeekedStream body;

    private HeldResponse(ClientHttpResponse response, int status, AttemptCut cut) {
        this.response = response;
        this.status = status;
        this.cut = cut;
    }

    /** With some clients it is only the question for the status that meets the failure. */
    static HeldResponse of(@Nullable ClientHttpResponse response, AttemptCut cut) throws IOException {
        if (response == null) {
            throw new IOException("the request factory or an interceptor returned no response");
        }
        try {
            return new HeldResponse(response, response.getStatusCode().value(), cut);
        } catch (IOException | RuntimeException failure) {
            response.close();
            if (failure instanceof IllegalArgumentException outOfRange) {
                ProtocolException unusable = new ProtocolException("the response has a status that is none");
                unusable.initCause(outOfRange);
                throw unusable;
            }
            throw failure;
        }
    }

    int status() {
        return status;
    }

    ClientHttpResponse response() {
        return response;
    }

    AttemptCut cut() {
        return cut;
    }

    @Nullable
    BodyAhead ahead() {
        return ahead;
    }

    /** What the caller gets. */
    ClientHttpResponse delivered() {
        return ahead == null ? response : this;
    }

    /** The decoded body where all of it comes within the bounds, else empty; the caller has it whole either way. */
    byte[] peek(int maxBytes, long maxNanos) {
        HttpHeaders headers = response.getHeaders();
        long length = headers.getContentLength();
        List<String> codings = headers.getValuesAsList(HttpHeaders.CONTENT_ENCODING);
        if (length > maxBytes || codings.size() > 1) {
            return NOTHING;
        }
        InputStream source;
        try {
            source = response.getBody();
        } catch (IOException | RuntimeException failure) {
            // The caller will meet it.
            return NOTHING;
        }
        BodyAhead reading = new BodyAhead(source, maxBytes);
        ahead = reading;
        body = new PeekedStream(reading, source, this::wake);
        read(reading, length, maxNanos);
        // Clients that decode take the field away, mostly.
        return ContentCoding.decode(codings.isEmpty() ? null : codings.get(0), reading.whole(), maxBytes);
    }

    /** Without a length the stream may be a decoded one: such a stream says that something is there, and then blocks. */
    static void read(BodyAhead reading, long length, long maxNanos) {
        if (length >= 0) {
            reading.readWhatIsHere(length);
        }
        if (!reading.finished()) {
            reading.readElsewhere(maxNanos);
        }
    }

    private void wake() {
        cut.drop();
        if (ahead != null) {
            BodyEnd.wake(ahead);
        }
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
        return body == null ? response.getBody() : body;
    }

    /** Some clients complain of a response whose connection is gone. */
    void closeQuietly() {
        try {
            response.close();
        } catch (RuntimeException ignored) {
            // It is of no more use, which is all that was wanted.
        }
    }

    /** As the client's own, except where a read was found stalled: that one is not waited for. */
    @Override
    public void close() {
        BodyAhead reading = ahead;
        if (reading == null || body == null) {
            response.close();
            return;
        }
        if (reading.busy() && !body.dropped()) {
            body.drop();
        }
        reading.whenLeft(this::closeQuietly);
    }
}
