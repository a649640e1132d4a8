// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/**
 * The response of an attempt. What comes of its body is kept until it is decided whose it is: then the caller gets it all, in
 * its order and once, or it is read to its end within bounds. Thread-safe.
 */
final class HeldResponse implements AsyncDataConsumer {
    private static final int STEP = 16 * 1024;

    private enum Turn {
        UNDECIDED,
        CALLERS,
        GIVEN_UP
    }

    private final HttpResponse head;
    private final @Nullable EntityDetails entity;
    private final AsyncHop hop;
    private final AttemptRuntime runtime;
    private final ReentrantLock lock = new ReentrantLock();
    private final ResponseEnd end;
    private Turn turn = Turn.UNDECIDED;
    private final KeptBody kept;
    private boolean passedOn;
    private boolean bodyEnded;
    private boolean completed;
    private @Nullable List<? extends Header> trailers;
    private @Nullable Exception failure;
    private @Nullable CapacityChannel capacity;
    private @Nullable AsyncDataConsumer caller;
    private @Nullable Exception thrown;
    private long drained;
    private long longestDrain;

    HeldResponse(HttpResponse head, @Nullable EntityDetails entity, AsyncHop hop, AttemptRuntime runtime) {
        this.head = head;
        this.entity = entity;
        this.hop = hop;
        this.runtime = runtime;
        this.kept = new KeptBody(head);
        this.end = new ResponseEnd(hop, runtime);
    }

    HttpResponse head() {
        return head;
    }

    /** Who is to be given the body, once: what the caller's own handler threw meanwhile is thrown here. */
    @Nullable
    AsyncDataConsumer consumer() throws HttpException, IOException {
        lock.lock();
        try {
            passedOn = true;
            Rethrown.rethrow(thrown);
            return entity == null ? null : this;
        } finally {
            lock.unlock();
        }
    }

    void peek(int maxBytes, Consumer<byte[]> then) {
        Runnable seen;
        lock.lock();
        try {
            kept.look(maxBytes, then);
            seen = endOfLook(entity == null || entity.getContentLength() > maxBytes);
        } finally {
            lock.unlock();
        }
        seen.run();
    }

    /** With the lock; to be run without it. */
    private Runnable endOfLook(boolean hopeless) {
        return kept.endOfLook(bodyEnded, hopeless || failure != null || completed);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        lock.lock();
        try {
            capacity = channel;
            if (caller != null) {
                caller.updateCapacity(channel);
            } else if (turn != Turn.UNDECIDED) {
                channel.update(Integer.MAX_VALUE);
            } else if (kept.looked()) {
                channel.update(STEP);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        boolean overdrawn = false;
        Runnable seen;
        lock.lock();
        try {
            if (turn == Turn.UNDECIDED) {
                kept.add(bytes);
            } else if (turn == Turn.GIVEN_UP) {
                drained += bytes.remaining();
                bytes.position(bytes.limit());
                overdrawn = drained > longestDrain;
            } else if (caller != null) {
                caller.consume(bytes);
            }
            seen = endOfLook(false);
        } finally {
            lock.unlock();
        }
        seen.run();
        if (overdrawn) {
            end.drop();
            throw new H2StreamResetException(H2Error.CANCEL, "more than discard.max-drain of a body nobody wants");
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> fields) throws HttpException, IOException {
        Runnable seen;
        lock.lock();
        try {
            bodyEnded = true;
            trailers = fields;
            if (turn == Turn.CALLERS && caller != null) {
                caller.streamEnd(fields);
            }
            seen = endOfLook(false);
        } finally {
            lock.unlock();
        }
        seen.run();
    }

    @Override
    public void releaseResources() {
        lock.lock();
        try {
            if (caller != null) {
                caller.releaseResources();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The exchange is over; {@code cause}: it broke off. Without one it comes twice at times, and then the first time when it
     * is the request's body that has ended.
     */
    void over(@Nullable Exception cause) {
        Runnable seen;
        Turn whose;
        lock.lock();
        try {
            if (cause == null) {
                completed = entity == null || bodyEnded;
            } else if (failure == null && !completed) {
                failure = cause;
            }
            seen = endOfLook(false);
            whose = settled();
        } finally {
            lock.unlock();
        }
        seen.run();
        tell(whose);
    }

    /** Hands over what there is and what is to come. From here on nothing of the request is sent again. */
    void deliver() {
        boolean nobodys = false;
        Turn whose;
        lock.lock();
        try {
            turn = Turn.CALLERS;
            try {
                nobodys = !handOver() && hop.bounded();
            } catch (HttpException | IOException | RuntimeException refused) {
                thrown = refused;
                if (passedOn && failure == null) {
                    // Nobody is left to throw it to.
                    failure = refused;
                }
            }
            whose = settled();
        } finally {
            lock.unlock();
        }
        if (nobodys) {
            // A redirect: the client waits for the end of its body before it follows, however far away that is.
            discard(false, hop.open().call().policy().discard(), hop.caller()::completed);
        } else {
            tell(whose);
        }
    }

    /** False where nobody wants the body that there is. */
    private boolean handOver() throws HttpException, IOException {
        AsyncDataConsumer taker = hop.caller().handleResponse(head, entity);
        caller = taker;
        if (taker == null && entity != null && !bodyEnded) {
            return false;
        }
        byte[] bytes = kept.take();
        if (taker != null && bytes.length > 0) {
            taker.consume(ByteBuffer.wrap(bytes));
        }
        if (bodyEnded) {
            if (taker != null) {
                taker.streamEnd(trailers);
            }
        } else if (capacity != null && failure == null) {
            updateCapacity(capacity);
        }
        return true;
    }

    /** Resets the HTTP/2 stream where the request's body is still under way; false where it is not. */
    boolean cutUpload() {
        return runtime.cutUpload();
    }

    /** Reads it to its end where that is soon, else drops the connection, or over HTTP/2 the stream. */
    void discard(boolean streamIsCut, Policy.Discard bounds, Runnable then) {
        boolean hopeless;
        CapacityChannel channel;
        Turn whose;
        lock.lock();
        try {
            turn = Turn.GIVEN_UP;
            end.then(then);
            longestDrain = bounds.maxDrain();
            drained = kept.take().length;
            channel = capacity;
            hopeless = streamIsCut
                    || end.unwanted()
                    || drained > longestDrain
                    || (entity != null && entity.getContentLength() > longestDrain);
            if (!hopeless && !completed && failure == null) {
                end.within(bounds.maxTime().toNanos());
            }
            whose = settled();
        } finally {
            lock.unlock();
        }
        if (hopeless) {
            end.drop();
            return;
        }
        try {
            if (channel != null) {
                channel.update(Integer.MAX_VALUE);
            }
        } catch (IOException | RuntimeException gone) {
            end.drop();
        }
        tell(whose);
    }

    /** What is read only for the sake of its connection is read no further. */
    void cancelled() {
        end.cancelled();
    }

    /** With the lock: who is to hear how it ended; undecided as well as long as it has not ended. */
    private Turn settled() {
        return completed || failure != null ? turn : Turn.UNDECIDED;
    }

    /** Once that is known: what it failed with changes no more. */
    private void tell(Turn whose) {
        if (whose == Turn.GIVEN_UP) {
            end.letGo(failure);
        } else if (whose == Turn.CALLERS) {
            end.tellCaller(failure);
        }
    }
}
