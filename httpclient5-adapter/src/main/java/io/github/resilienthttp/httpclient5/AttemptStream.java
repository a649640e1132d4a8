// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of an attempt as its connection sees it. Once abandoned, no request begins any more, and over HTTP/2 the stream
 * is reset, it alone: at once where its body is under way or much of its response has come, else with the next that comes of
 * it, since HttpCore has no other way to it. Thread-safe.
 */
final class AttemptStream implements AsyncClientExchangeHandler {
    private static final String OVER = "the attempt is over";

    private final AsyncClientExchangeHandler exchange;
    private final boolean http2;
    private final Runnable begins;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile boolean abandoned;
    private volatile boolean begun;
    private volatile boolean finished;
    private volatile boolean sent;
    private volatile @Nullable EndpointDetails connection;
    private volatile @Nullable CapacityChannel input;
    private volatile @Nullable UploadChannel output;
    private volatile long receivedBefore;

    /** True for good once the exchange has thrown, since what it threw left no time to say otherwise. */
    private volatile boolean inside;

    /** {@code begins} is run when the request is about to be written over HTTP/2. */
    AttemptStream(AsyncClientExchangeHandler exchange, boolean http2, Runnable begins) {
        this.exchange = exchange;
        this.http2 = http2;
        this.begins = begins;
    }

    boolean http2() {
        return http2;
    }

    /** Whether an HTTP/2 stream still has request body to send, which nothing but its reset can end. */
    boolean uploading() {
        return http2 && begun && !sent && !finished;
    }

    /** The connection that the request was written to; null before. */
    @Nullable
    EndpointDetails connection() {
        return connection;
    }

    /** Whether nothing at all has come on the connection since the request was written to it. */
    boolean silent() {
        EndpointDetails details = connection;
        return details == null || details.getReceivedBytesCount() == receivedBefore;
    }

    /** Nobody wants anything of it any more. From here on no request begins. */
    void abandon() {
        sending.lock();
        try {
            abandoned = true;
        } finally {
            sending.unlock();
        }
        UploadChannel upload = output;
        if (finished) {
            return;
        }
        if (http2 && input instanceof Cancellable stream) {
            stream.cancel();
        } else if (upload != null && uploading()) {
            // Asks for the body, and gets the reset.
            upload.requestOutput();
        }
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        sending.lock();
        try {
            if (!abandoned) {
                EndpointDetails details = HttpCoreContext.cast(context).getEndpointDetails();
                receivedBefore = details == null ? 0 : details.getReceivedBytesCount();
                connection = details;
                begun = true;
                if (http2) {
                    begins.run();
                }
                inside = true;
                exchange.produceRequest(
                        (request, body, given) -> {
                            sent = body == null;
                            channel.sendRequest(request, body, given);
                        },
                        context);
                inside = false;
                return;
            }
        } finally {
            sending.unlock();
        }
        if (!http2) {
            throw new InterruptedIOException(OVER);
        }
        // A stream that is reset without ever having been opened would end the connection (RFC 9113 section 5.1).
        channel.sendRequest(nothing(context), new BasicEntityDetails(-1, null), context);
        throw new ProtocolException(OVER);
    }

    /** To the same origin, which the context does not know before a request was sent. */
    private BasicHttpRequest nothing(HttpContext context) throws HttpException, IOException {
        BasicHttpRequest nothing = new BasicHttpRequest("OPTIONS", "*");
        exchange.produceRequest(
                (request, body, given) -> {
                    nothing.setScheme(request.getScheme());
                    nothing.setAuthority(request.getAuthority());
                },
                context);
        return nothing;
    }

    @Override
    public int available() {
        return abandoned && http2 ? 1 : exchange.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        UploadChannel upload = output;
        if (upload == null) {
            upload = new UploadChannel(channel, () -> sent = true);
            output = upload;
        }
        if (abandoned && http2) {
            // To end the body here would pass a part of it off as the whole. This is what resets the stream, and it
            // alone.
            throwAs(IOException.class, new ProtocolException(OVER));
        }
        boolean within = inside;
        inside = true;
        exchange.produce(upload);
        // HttpCore may ask for the body within the sending of the head.
        inside = within;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwAs(Class<E> unused, Exception cause) throws E {
        throw (E) cause;
    }

    /** Before and after all that comes: what comes may be what it is abandoned for. */
    private void enter() throws H2StreamResetException {
        check();
        inside = true;
    }

    private void leave() throws H2StreamResetException {
        inside = false;
        check();
    }

    private void check() throws H2StreamResetException {
        if (abandoned && http2) {
            throw new H2StreamResetException(H2Error.CANCEL, OVER);
        }
    }

    @Override
    public void consumeInformation(HttpResponse head, HttpContext context) throws HttpException, IOException {
        enter();
        exchange.consumeInformation(head, context);
        leave();
    }

    @Override
    public void consumeResponse(HttpResponse head, @Nullable EntityDetails entity, HttpContext context)
            throws HttpException, IOException {
        enter();
        exchange.consumeResponse(head, entity, context);
        leave();
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        input = channel;
        enter();
        exchange.updateCapacity(channel);
        leave();
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        enter();
        exchange.consume(bytes);
        leave();
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws HttpException, IOException {
        enter();
        exchange.streamEnd(trailers);
        leave();
    }

    @Override
    public void failed(Exception cause) {
        finished = true;
        exchange.failed(connections(cause) ? broken(cause) : cause);
    }

    /**
     * Whether an error that looks like the program's is none of this exchange's: HttpCore throws such at frames that it does
     * not know, and passes on what another stream's handler threw.
     */
    private boolean connections(Exception cause) {
        return http2 && begun && !inside && cause instanceof RuntimeException;
    }

    private static H2ConnectionException broken(Exception cause) {
        H2ConnectionException broken =
                new H2ConnectionException(H2Error.INTERNAL_ERROR, "the connection failed: " + cause);
        broken.initCause(cause);
        return broken;
    }

    @Override
    public void cancel() {
        exchange.cancel();
    }

    @Override
    public void releaseResources() {
        finished = true;
        exchange.releaseResources();
    }
}
