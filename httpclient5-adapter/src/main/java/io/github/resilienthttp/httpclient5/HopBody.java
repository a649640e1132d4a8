// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * The one body of a request, lent to one attempt at a time: an attempt that is over may still ask for more of it, and must not
 * eat what belongs to the next. Thread-safe.
 */
final class HopBody {
    /** Nothing to guard: one for all requests without a body. */
    private static final HopBody NONE = new HopBody(null);

    private final @Nullable AsyncEntityProducer body;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Lent lent;
    private boolean begun;

    private HopBody(@Nullable AsyncEntityProducer body) {
        this.body = body;
    }

    static HopBody of(@Nullable AsyncEntityProducer body) {
        return body == null ? NONE : new HopBody(body);
    }

    /** The body from its beginning, for the attempt that comes; null where there is none. */
    @Nullable
    AsyncEntityProducer next() {
        if (body == null) {
            return null;
        }
        lock.lock();
        try {
            if (begun) {
                // Releasing is what rewinds a producer.
                body.releaseResources();
                begun = false;
            }
            Lent fresh = new Lent(body);
            lent = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** The attempt at hand is over. */
    void detach() {
        if (body == null) {
            return;
        }
        lock.lock();
        try {
            lent = null;
        } finally {
            lock.unlock();
        }
    }

    boolean replayable() {
        if (body == null) {
            return true;
        }
        lock.lock();
        try {
            return !begun || body.isRepeatable();
        } finally {
            lock.unlock();
        }
    }

    private final class Lent implements AsyncEntityProducer {
        private final AsyncEntityProducer body;

        Lent(AsyncEntityProducer body) {
            this.body = body;
        }

        @Override
        public void produce(DataStreamChannel channel) throws IOException {
            lock.lock();
            try {
                if (lent == this) {
                    begun = true;
                    body.produce(channel);
                    return;
                }
            } finally {
                lock.unlock();
            }
            // Nobody reads it any more. What is thrown here would end the whole connection.
            channel.endStream();
        }

        @Override
        public int available() {
            lock.lock();
            try {
                return lent == this ? body.available() : 1;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void releaseResources() {
            lock.lock();
            try {
                // Before its first byte there is nothing to rewind, and what can be written once must not be closed.
                if (lent == this && begun) {
                    body.releaseResources();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void failed(Exception cause) {
            // The body outlives an attempt that fails; who made it is told of the end of the exchange.
        }

        @Override
        public boolean isRepeatable() {
            // So that a challenge can be answered while the body waits for a 100 (Continue).
            return replayable();
        }

        @Override
        public long getContentLength() {
            return body.getContentLength();
        }

        @Override
        public String getContentType() {
            return body.getContentType();
        }

        @Override
        public String getContentEncoding() {
            return body.getContentEncoding();
        }

        @Override
        public boolean isChunked() {
            return body.isChunked();
        }

        @Override
        public Set<String> getTrailerNames() {
            return body.getTrailerNames();
        }
    }
}
