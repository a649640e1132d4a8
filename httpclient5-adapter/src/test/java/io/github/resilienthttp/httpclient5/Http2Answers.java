// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers 200, except: {@code /early} with 503 before the body the first time, {@code /refused} with a refused
 * stream the first time, {@code /slow} after a second.
 */
final class Http2Answers {
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger specials = new AtomicInteger();
    private final List<Integer> bodies = new CopyOnWriteArrayList<>();

    int requests() {
        return requests.get();
    }

    /** The sizes of the bodies that were answered with 200. */
    List<Integer> bodies() {
        return bodies;
    }

    AsyncServerExchangeHandler handler() {
        return new Handler();
    }

    private final class Handler implements AsyncServerExchangeHandler {
        private @Nullable ResponseChannel later;
        private @Nullable HttpContext context;
        private int bytes;
        private boolean early;
        private boolean held;

        @Override
        public void handleRequest(
                HttpRequest request, @Nullable EntityDetails entity, ResponseChannel channel, HttpContext given)
                throws HttpException, IOException {
            requests.incrementAndGet();
            String path = request.getPath();
            boolean first = !path.equals("/") && !path.equals("/slow") && specials.getAndIncrement() == 0;
            if (first && path.equals("/refused")) {
                throw new H2StreamResetException(H2Error.REFUSED_STREAM, "not now");
            }
            if (first && path.equals("/early")) {
                early = true;
                channel.sendResponse(new BasicHttpResponse(503), null, given);
            } else if (entity != null) {
                later = channel;
                context = given;
            } else if (path.equals("/slow")) {
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> answer(channel, given));
            } else {
                answer(channel, given);
            }
        }

        private void answer(ResponseChannel channel, HttpContext given) {
            try {
                channel.sendResponse(new BasicHttpResponse(200), null, given);
            } catch (HttpException | IOException gone) {
                // The client sees for itself that nothing comes.
            }
        }

        @Override
        public void updateCapacity(CapacityChannel channel) throws IOException {
            if (!early) {
                channel.update(Integer.MAX_VALUE);
            } else if (!held) {
                // The rest of a body that was answered early is let in when its successor is under way.
                held = true;
                CompletableFuture.delayedExecutor(1010, TimeUnit.MILLISECONDS).execute(() -> open(channel));
            }
        }

        private void open(CapacityChannel channel) {
            try {
                channel.update(Integer.MAX_VALUE);
            } catch (IOException gone) {
                // Then nothing comes.
            }
        }

        @Override
        public void consume(ByteBuffer data) {
            bytes += data.remaining();
            data.position(data.limit());
        }

        @Override
        public void streamEnd(@Nullable List<? extends Header> trailers) {
            if (later != null && context != null) {
                bodies.add(bytes);
                answer(later, context);
            }
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public void produce(DataStreamChannel channel) {}

        @Override
        public void failed(Exception cause) {}

        @Override
        public void releaseResources() {}
    }
}
