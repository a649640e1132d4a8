// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action when an attempt overruns, cheaply enough to guard each one: to arm is one write to a place that the watchdog
 * looks at now and then, to disarm another. Thread-safe; its one daemon thread starts with the first guard and ends with
 * {@link #close}. Never early.
 */
@Internal
public final class Watchdog implements AutoCloseable {
    /** Guards called off are swept out at least this often. */
    private static final long LONGEST_SLEEP = 100_000_000;

    private final Time time;
    private final WatchPlaces places = new WatchPlaces();

    /** Those that found no place. */
    private final ConcurrentLinkedQueue<Watch> fresh = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    /** Who is due sooner than that wakes the thread, which sleeps without end at first: it has not begun. */
    private volatile long sleepsUntil = Long.MAX_VALUE;

    private volatile int sleeping;
    private volatile boolean closed;

    /**
     * A watchdog on the system's or another clock.
     *
     * @param time the clocks
     */
    public Watchdog(Time time) {
        this.time = time;
    }

    /** Something that can be called off. */
    public interface Guard {
        /** {@return calls it off} True where the action has not run and will not. */
        boolean disarm();
    }

    /**
     * Runs {@code action} on the watchdog's thread once the ticker shows {@code at}, unless called off before. The action
     * must not block; what it throws is ignored.
     *
     * @param action what to do
     * @param at the ticker time to act at
     * @return what calls it off
     */
    public Guard arm(long at, Runnable action) {
        Watch entry = new Entry(at, action);
        arm(entry);
        return entry;
    }

    /**
     * The same with an action that is its own guard: nothing else is made.
     *
     * @param watch what to do, and when; armed once
     */
    public void arm(Watch watch) {
        if (closed) {
            return;
        }
        if (!places.take(watch)) {
            fresh.add(watch);
        }
        if (watch.at() < sleepsUntil) {
            wake();
        }
    }

    /** How many guards it holds, those called off but not swept out among them. */
    int held() {
        return fresh.size() + sleeping + places.taken();
    }

    private void wake() {
        if (started.compareAndSet(false, true) && !closed) {
            // Whoever comes first starts it, but its locals and its class loader are not this thread's business.
            Thread guard = new Thread(null, this::run, "resilient-http-watchdog", 0, false);
            guard.setContextClassLoader(Watchdog.class.getClassLoader());
            guard.setDaemon(true);
            thread = guard;
            guard.start();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        PriorityQueue<Watch> due = new PriorityQueue<>(Comparator.comparingLong(Watch::at));
        while (!closed) {
            // Said before the places and the queue are read: who comes later than that and is due sooner, wakes.
            sleepsUntil = Long.MAX_VALUE;
            for (Watch watch = fresh.poll(); watch != null; watch = fresh.poll()) {
                due.add(watch);
            }
            due.removeIf(Watch::isDone);
            long now = time.nanos();
            long placed = places.collect(now, due);
            Watch next = due.peek();
            while (next != null && next.at() <= now) {
                due.poll();
                next.fire();
                next = due.peek();
            }
            sleeping = due.size();
            long earliest = Math.min(placed, next == null ? Long.MAX_VALUE : next.at());
            long until = earliest == Long.MAX_VALUE ? earliest : Math.min(earliest, now + LONGEST_SLEEP);
            sleepsUntil = until;
            if (fresh.isEmpty() && !closed) {
                park(until);
            }
        }
        fresh.clear();
        places.clear();
    }

    private void park(long until) {
        if (until == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, until - time.nanos());
        }
        // Nobody but close() has business with this thread; an interrupt must not turn its waits into a spin.
        Thread.interrupted();
    }

    /** Stops the thread; guards still armed never fire. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private static final class Entry extends Watch {
        private @Nullable Runnable action;

        Entry(long at, Runnable action) {
            super(at);
            this.action = action;
        }

        @Override
        protected void run() {
            Runnable held = action;
            if (held != null) {
                held.run();
            }
        }

        @Override
        public boolean disarm() {
            boolean first = super.disarm();
            if (first) {
                // The queue may hold the entry for a while yet; it must not hold the exchange.
                action = null;
            }
            return first;
        }
    }
}
