// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The timer of the waits that hold no thread: one daemon thread for all of them, started with the first. To close it ends all
 * waits at once. Thread-safe; a wait is one small object, and to call it off leaves nothing.
 */
@Internal
public final class WaitTimer implements Timer, AutoCloseable {
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final WaitHeap waiting = new WaitHeap();
    private boolean started;
    private volatile boolean closed;

    /**
     * A timer on the given clocks.
     *
     * @param time the clocks
     */
    public WaitTimer(Time time) {
        this.time = time;
    }

    @Override
    public Planned start(long at, Runnable action) {
        Entry entry = new Entry(at, action);
        boolean late;
        lock.lock();
        try {
            late = closed;
            if (!late) {
                waiting.add(entry);
                startThread();
                if (waiting.first() == entry) {
                    sooner.signal();
                }
            }
        } finally {
            lock.unlock();
        }
        if (late) {
            action.run();
        }
        return entry;
    }

    private void startThread() {
        if (!started) {
            started = true;
            // Whoever comes first starts it, but its locals and its class loader are not this thread's business.
            Thread thread = new Thread(null, this::run, "resilient-http-waits", 0, false);
            thread.setContextClassLoader(WaitTimer.class.getClassLoader());
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        Runnable due = next();
        while (due != null) {
            try {
                due.run();
            } catch (Throwable e) {
                // An action that fails has nobody to tell; the waits behind it matter more.
            }
            due = next();
        }
    }

    /** What is to run now, as soon as there is something; null once it is closed. */
    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (!closed) {
                WaitHeap.Entry first = waiting.first();
                long left = first == null ? Long.MAX_VALUE : first.at() - time.nanos();
                if (first instanceof Entry entry && left <= 0) {
                    waiting.remove(entry);
                    return entry.action;
                }
                try {
                    // How much time is left, the clocks say.
                    long unused = sooner.awaitNanos(left);
                } catch (InterruptedException interrupted) {
                    // Nobody but close() has business with this thread.
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** How many actions it holds. */
    int held() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean closed() {
        return closed;
    }

    /** Runs at once, on the calling thread, all that is still to run, and ends the timer's thread. */
    @Override
    public void close() {
        for (Runnable left = takeLeft(); left != null; left = takeLeft()) {
            left.run();
        }
    }

    private @Nullable Runnable takeLeft() {
        lock.lock();
        try {
            closed = true;
            sooner.signal();
            return waiting.first() instanceof Entry entry && waiting.remove(entry) ? entry.action : null;
        } finally {
            lock.unlock();
        }
    }

    private final class Entry extends WaitHeap.Entry implements Planned {
        private final Runnable action;

        Entry(long at, Runnable action) {
            super(at);
            this.action = action;
        }

        @Override
        public void cancel() {
            lock.lock();
            try {
                waiting.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }
}
