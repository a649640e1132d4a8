// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** A server that answers 200, except: {@code /refused} with a refused stream the first time, {@code /slow} after a second. */
final class Http2Answers {
    private final AtomicBoolean refused = new AtomicBoolean();

    AsyncServerExchangeHandler handler() {
        return new Handler();
    }

    private final class Handler implements AsyncServerExchangeHandler {
        @Override
        public void handleRequest(
                HttpRequest request, @Nullable EntityDetails entity, ResponseChannel channel, HttpContext given)
                throws HttpException, IOException {
            if (request.getPath().equals("/refused") && refused.compareAndSet(false, true)) {
                throw new H2StreamResetException(H2Error.REFUSED_STREAM, "not now");
            }
            if (request.getPath().equals("/slow")) {
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
            channel.update(Integer.MAX_VALUE);
        }

        @Override
        public void consume(ByteBuffer data) {
            data.position(data.limit());
        }

        @Override
        public void streamEnd(@Nullable List<? extends Header> trailers) {}

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
