// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a body, read ahead. A read that blocks cannot be called back without losing what it brings: it runs on
 * another thread, which ends after the read at hand once nobody waits for it, and the caller's own reading continues there. The
 * source has one reader at a time: that thread as long as it is {@link #busy}, then the caller. For adapters. Thread-safe.
 */
@Internal
public final class BodyAhead {
    private static final long LONGEST_LEAVE_NANOS = 1_000_000_000;

    private final InputStream source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final AheadBytes ahead;
    private boolean busy;
    private boolean unwanted;
    private volatile @Nullable Thread reader;
    private @Nullable Runnable leaving;

    /**
     * Of a body that nobody has begun to read.
     *
     * @param source the body
     * @param limit the most bytes to read ahead and hold, 1 or more; one more tells that it is longer
     */
    public BodyAhead(InputStream source, int limit) {
        this.source = source;
        this.ahead = new AheadBytes(limit);
    }

    /** {@return the body, where reading goes on behind what was read ahead} */
    public InputStream source() {
        return source;
    }

    /**
     * Reads what does not block, on this thread.
     *
     * @param length the length of the body, or -1 where it is not known
     */
    public void readWhatIsHere(long length) {
        try {
            while (!finished() && (source.available() > 0 || ahead.count() == length)) {
                step();
            }
        } catch (IOException | RuntimeException failed) {
            fail(failed);
        }
    }

    /**
     * Reads on another thread, and waits for it; not at all where too many such reads are under way.
     *
     * @param nanos the longest wait, in nanoseconds
     */
    public void readElsewhere(long nanos) {
        busy = true;
        if (!ReadingThreads.run(this::readOn)) {
            busy = false;
            return;
        }
        lock.lock();
        try {
            long left = nanos;
            while (busy && left > 0) {
                left = progress.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            unwanted = true;
            lock.unlock();
        }
    }

    /** The other thread's work. */
    private void readOn() {
        reader = Thread.currentThread();
        try {
            while (!finished() && wanted()) {
                step();
            }
        } catch (IOException | RuntimeException failed) {
            fail(failed);
        } finally {
            leave();
        }
    }

    /**
     * Waits until the other thread has left the stream, once its connection was dropped, which wakes it. Apache's HttpClient
     * drops the endpoint of a read that fails: later that would be the next attempt's.
     */
    public void awaitLeft() {
        boolean interrupted = false;
        lock.lock();
        try {
            long left = LONGEST_LEAVE_NANOS;
            while (busy && left > 0) {
                try {
                    left = progress.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Interrupts the other thread, for clients whose reads heed that. */
    public void interrupt() {
        lock.lock();
        try {
            Thread reading = reader;
            if (busy && reading != null) {
                reading.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Leaves the body to itself: {@code last} runs once nobody reads it, now on this thread or later on the other.
     *
     * @param last closes what the body belongs to; must not throw
     */
    public void whenLeft(Runnable last) {
        lock.lock();
        try {
            unwanted = true;
            if (busy) {
                leaving = last;
                return;
            }
        } finally {
            lock.unlock();
        }
        last.run();
    }

    private void leave() {
        Runnable last;
        lock.lock();
        try {
            busy = false;
            reader = null;
            last = leaving;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.run();
        }
    }

    private void fail(Exception failed) {
        lock.lock();
        try {
            ahead.fail(failed);
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether there is nothing left to read ahead: it ended, failed or is longer than the limit} */
    public boolean finished() {
        lock.lock();
        try {
            return ahead.finished();
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether all of the body was read, or reading it failed: closing it takes no time then} */
    public boolean ended() {
        lock.lock();
        try {
            return ahead.ended();
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether the other thread still reads} */
    public boolean busy() {
        lock.lock();
        try {
            return busy;
        } finally {
            lock.unlock();
        }
    }

    /** {@return all of the body, where all is here; else empty} */
    public byte[] whole() {
        lock.lock();
        try {
            return ahead.whole();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands bytes over in their order, waiting for the other thread where it has none yet: the number of bytes, -1 at the end of
     * the body, 0 where the caller goes on at the source.
     */
    int take(byte[] to, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (ahead.ready() == 0 && busy) {
                progress.awaitUninterruptibly();
            }
            return ahead.take(to, offset, length);
        } finally {
            lock.unlock();
        }
    }

    int ready() {
        lock.lock();
        try {
            return ahead.ready();
        } finally {
            lock.unlock();
        }
    }

    private boolean wanted() {
        lock.lock();
        try {
            return !unwanted;
        } finally {
            lock.unlock();
        }
    }

    private void step() throws IOException {
        int read = source.read(ahead.block(), 0, ahead.room());
        lock.lock();
        try {
            ahead.add(read);
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
