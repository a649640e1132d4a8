// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.policy.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final byte[] NOTHING = {};
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
    private final AtomicBoolean told = new AtomicBoolean();
    private Turn turn = Turn.UNDECIDED;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private boolean passedOn;
    private boolean bodyEnded;
    private boolean completed;
    private @Nullable List<? extends Header> trailers;
    private @Nullable Exception failure;
    private @Nullable CapacityChannel capacity;
    private @Nullable Consumer<byte[]> peeking;
    private int longestPeek;
    private @Nullable AsyncDataConsumer caller;
    private @Nullable Exception thrown;
    private long drained;
    private long longestDrain;
    private @Nullable Runnable drainedThen;
    private Watchdog.@Nullable Guard guard;

    HeldResponse(HttpResponse head, @Nullable EntityDetails entity, AsyncHop hop, AttemptRuntime runtime) {
        this.head = head;
        this.entity = entity;
        this.hop = hop;
        this.runtime = runtime;
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
            rethrow(thrown);
            if (entity == null) {
                return null;
            }
            return turn == Turn.CALLERS ? caller : this;
        } finally {
            lock.unlock();
        }
    }

    private static void rethrow(@Nullable Exception thrown) throws HttpException, IOException {
        if (thrown instanceof IOException io) {
            throw io;
        }
        if (thrown instanceof HttpException http) {
            throw http;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }

    void peek(int maxBytes, Consumer<byte[]> then) {
        lock.lock();
        try {
            peeking = then;
            longestPeek = maxBytes;
        } finally {
            lock.unlock();
        }
        endPeek(entity == null || entity.getContentLength() > maxBytes);
    }

    /** Ends the look where there is nothing more to see. */
    private void endPeek(boolean hopeless) {
        Consumer<byte[]> then;
        byte[] seen = NOTHING;
        lock.lock();
        try {
            boolean over = hopeless || bodyEnded || failure != null || completed || kept.size() > longestPeek;
            then = over ? peeking : null;
            if (then != null) {
                peeking = null;
                if (!hopeless && bodyEnded && kept.size() <= longestPeek) {
                    seen = ResponsePeek.decoded(head, kept.toByteArray(), longestPeek);
                }
            }
        } finally {
            lock.unlock();
        }
        if (then != null) {
            then.accept(seen);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        lock.lock();
        try {
            capacity = channel;
            if (turn == Turn.UNDECIDED) {
                if (peeking != null) {
                    channel.update(STEP);
                }
            } else if (caller != null) {
                caller.updateCapacity(channel);
            } else {
                channel.update(Integer.MAX_VALUE);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        lock.lock();
        try {
            if (turn == Turn.UNDECIDED) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                kept.writeBytes(copy);
            } else if (turn == Turn.CALLERS) {
                if (caller != null) {
                    caller.consume(bytes);
                }
                return;
            } else {
                drained += bytes.remaining();
                bytes.position(bytes.limit());
            }
        } finally {
            lock.unlock();
        }
        endPeek(false);
        if (overdrawn()) {
            letGo(false);
            throw new H2StreamResetException(H2Error.CANCEL, "more than discard.max-drain of a body nobody wants");
        }
    }

    private boolean overdrawn() {
        lock.lock();
        try {
            return turn == Turn.GIVEN_UP && drained > longestDrain;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> fields) throws HttpException, IOException {
        lock.lock();
        try {
            bodyEnded = true;
            trailers = fields;
            if (turn == Turn.CALLERS && caller != null) {
                caller.streamEnd(fields);
            }
        } finally {
            lock.unlock();
        }
        endPeek(false);
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

    /** The exchange is over: after the body's end, or without one. Comes twice at times. */
    void completed() {
        lock.lock();
        try {
            completed = true;
        } finally {
            lock.unlock();
        }
        endPeek(false);
        settle();
    }

    /** The exchange broke off after its head. */
    void failed(Exception cause) {
        lock.lock();
        try {
            if (failure == null && !completed) {
                failure = cause;
            }
        } finally {
            lock.unlock();
        }
        endPeek(false);
        settle();
    }

    /** Hands over what there is and what is to come. From here on nothing of the request is sent again. */
    void deliver() {
        lock.lock();
        try {
            turn = Turn.CALLERS;
            try {
                handOver();
            } catch (HttpException | IOException | RuntimeException refused) {
                thrown = refused;
                if (passedOn && failure == null) {
                    // Nobody is left to throw it to.
                    failure = refused;
                }
            }
        } finally {
            lock.unlock();
        }
        settle();
    }

    private void handOver() throws HttpException, IOException {
        AsyncDataConsumer taker = hop.caller().handleResponse(head, entity);
        caller = taker;
        ByteBuffer bytes = ByteBuffer.wrap(kept.toByteArray());
        kept = new ByteArrayOutputStream(0);
        if (taker != null && bytes.hasRemaining()) {
            taker.consume(bytes);
        }
        if (bodyEnded) {
            if (taker != null) {
                taker.streamEnd(trailers);
            }
        } else if (capacity != null && failure == null) {
            updateCapacity(capacity);
        }
    }

    /** Reads it to its end where that is soon, else drops the connection. */
    void discard(Policy.Discard bounds, Runnable then) {
        boolean hopeless;
        CapacityChannel channel;
        lock.lock();
        try {
            turn = Turn.GIVEN_UP;
            drainedThen = then;
            longestDrain = bounds.maxDrain();
            drained = kept.size();
            kept = new ByteArrayOutputStream(0);
            channel = capacity;
            hopeless = drained > longestDrain || (entity != null && entity.getContentLength() > longestDrain);
            if (!hopeless && !completed && failure == null) {
                guard = hop.after(bounds.maxTime().toNanos(), () -> letGo(false));
            }
        } finally {
            lock.unlock();
        }
        if (hopeless) {
            letGo(false);
            return;
        }
        try {
            if (channel != null) {
                channel.update(Integer.MAX_VALUE);
            }
        } catch (IOException | RuntimeException gone) {
            letGo(false);
        }
        settle();
    }

    /** Tells how it ended, once that is known and whoever is to hear of it has been chosen. */
    private void settle() {
        Turn whose;
        Exception broken;
        lock.lock();
        try {
            whose = turn;
            broken = failure;
            if (whose == Turn.UNDECIDED || (!completed && broken == null)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        if (whose == Turn.GIVEN_UP) {
            letGo(broken == null);
        } else if (told.compareAndSet(false, true)) {
            if (broken == null) {
                runtime.releaseEndpoint();
                hop.caller().completed();
            } else {
                runtime.end();
                hop.caller().failed(broken);
            }
        }
    }

    private void letGo(boolean whole) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        Runnable then;
        lock.lock();
        try {
            then = drainedThen;
            if (guard != null) {
                guard.disarm();
            }
        } finally {
            lock.unlock();
        }
        if (whole) {
            runtime.releaseEndpoint();
        } else {
            runtime.end();
        }
        if (then != null) {
            then.run();
        }
    }
}
