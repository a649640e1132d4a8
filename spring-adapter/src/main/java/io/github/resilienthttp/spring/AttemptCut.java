// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends an attempt whose time is up: runs what the client's hook has left here, and interrupts the thread that blocks in it.
 * Whatever cannot be woken yet may be woken soon: so the cut is repeated until its owner says that it is over; after that it
 * interrupts nobody. Thread-safe.
 */
final class AttemptCut implements Runnable {
    private static final ThreadLocal<AttemptCut> CURRENT = new ThreadLocal<>();
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final Thread thread = Thread.currentThread();
    private final Time time;
    private final Watchdog watchdog;
    private final @Nullable AttemptCut outer = CURRENT.get();
    private final ReentrantLock lock = new ReentrantLock();
    private Watchdog.@Nullable Guard guard;
    private @Nullable Runnable hook;
    private boolean over;
    private boolean cut;

    private AttemptCut(Time time, Watchdog watchdog) {
        this.time = time;
        this.watchdog = watchdog;
    }

    /** Of the attempt that the calling thread begins now; 0 nanoseconds: never. */
    static AttemptCut after(long nanos, Time time, Watchdog watchdog) {
        AttemptCut armed = new AttemptCut(time, watchdog);
        CURRENT.set(armed);
        if (nanos > 0) {
            armed.arm(nanos);
        }
        return armed;
    }

    /** From a client's own hook, on the thread of the attempt: what drops the connection, from any thread, now and later. */
    static void by(Runnable hook) {
        AttemptCut current = CURRENT.get();
        if (current != null) {
            current.hook(hook);
        }
    }

    private void hook(Runnable dropping) {
        lock.lock();
        try {
            hook = dropping;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            cut = true;
            if (hook != null) {
                hook.run();
            }
            thread.interrupt();
            arm(AGAIN);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch, on the thread of the attempt; harmless when repeated. True where the attempt was cut. */
    boolean over() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        lock.lock();
        try {
            boolean first = !over;
            over = true;
            if (guard != null) {
                guard.disarm();
            }
            if (cut && first) {
                // It was ours; one by somebody else at this very moment cannot be told from it.
                Thread.interrupted();
            }
            return cut;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the client has left a hook here. */
    boolean hooked() {
        lock.lock();
        try {
            return hook != null;
        } finally {
            lock.unlock();
        }
    }

    /** Drops the connection where the client has a hook; false where it has none. */
    boolean drop() {
        lock.lock();
        try {
            if (hook == null) {
                return false;
            }
            hook.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void arm(long nanos) {
        lock.lock();
        try {
            guard = watchdog.arm(time.nanos() + nanos, this);
        } finally {
            lock.unlock();
        }
    }
}
