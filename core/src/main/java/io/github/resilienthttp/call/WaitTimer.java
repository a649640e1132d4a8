// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The timer of the waits that hold no thread: one daemon thread for all of them, started with the first. To close it ends all
 * waits at once. Thread-safe.
 */
public final class WaitTimer implements Timer, AutoCloseable {
    private final Time time;
    private final Set<Entry> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor executor;
    private volatile boolean closed;

    /**
     * A timer on the given clocks.
     *
     * @param time the clocks
     */
    public WaitTimer(Time time) {
        this.time = time;
        this.executor = new ScheduledThreadPoolExecutor(1, WaitTimer::thread);
        // Else each wait that ends sooner would stay until its time.
        executor.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable work) {
        // Whoever comes first starts it, but its locals and its class loader are not this thread's business.
        Thread thread = new Thread(null, work, "resilient-http-waits", 0, false);
        thread.setContextClassLoader(WaitTimer.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Planned start(long at, Runnable action) {
        Entry entry = new Entry(action);
        waiting.add(entry);
        try {
            entry.hold(executor.schedule(entry, Math.max(0, at - time.nanos()), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException late) {
            entry.run();
        }
        if (closed) {
            entry.run();
        }
        return entry;
    }

    /** How many actions it holds. */
    int held() {
        return Math.max(waiting.size(), executor.getQueue().size());
    }

    @Override
    public boolean closed() {
        return closed;
    }

    /** Runs at once, on the calling thread, all that is still to run, and ends the timer's thread. */
    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
        waiting.forEach(Entry::run);
    }

    private final class Entry extends AtomicBoolean implements Runnable, Planned {
        private static final long serialVersionUID = 1L;

        private final transient Runnable action;
        private transient volatile @Nullable Future<?> future;

        Entry(Runnable action) {
            this.action = action;
        }

        void hold(Future<?> scheduled) {
            future = scheduled;
            if (get()) {
                scheduled.cancel(false);
            }
        }

        @Override
        public void run() {
            if (compareAndSet(false, true)) {
                waiting.remove(this);
                action.run();
            }
        }

        @Override
        public void cancel() {
            if (compareAndSet(false, true)) {
                waiting.remove(this);
                Future<?> scheduled = future;
                if (scheduled != null) {
                    scheduled.cancel(false);
                }
            }
        }
    }
}
