// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends an attempt whose time is up: runs what the client's hook has left here, and interrupts the thread that blocks in it.
 * Whatever cannot be woken yet may be woken soon: so the cut is repeated until its owner says that it is over; after that it
 * interrupts nobody. Thread-safe, and without a lock as long as nothing is cut.
 */
final class AttemptCut implements Runnable {
    /** A place for each thread, in a type of the JDK's: it may outlive the class loader of this one. */
    private static final ThreadLocal<@Nullable Object[]> CURRENT = ThreadLocal.withInitial(() -> new Object[1]);

    private static final AtomicIntegerFieldUpdater<AttemptCut> STATE =
            AtomicIntegerFieldUpdater.newUpdater(AttemptCut.class, "state");
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int WATCHED = 0;
    private static final int CUT = 1;
    private static final int OVER = 2;

    private final Thread thread = Thread.currentThread();
    private final ResilientHttp resilience;
    private final @Nullable Object[] current = CURRENT.get();
    private final @Nullable Object outer = current[0];
    private Watchdog.@Nullable Guard guard;
    private volatile @Nullable Runnable hook;
    /** Made for the cut, and seen by whoever sees that there was one. */
    private @Nullable ReentrantLock cutting;
    /** Leaves WATCHED once. */
    private volatile int state;
    /** Whether it is over that was cut; guarded by the lock of the cut. */
    private boolean overAfterCut;

    private AttemptCut(ResilientHttp resilience) {
        this.resilience = resilience;
    }

    /** Of the attempt that the calling thread begins now. */
    static AttemptCut of(Call call, ResilientHttp resilience) {
        AttemptCut armed = new AttemptCut(resilience);
        armed.current[0] = armed;
        if (call.attemptTimeoutNanos() > 0) {
            armed.guard = resilience.watchdog().arm(call.attemptEndNanos(), armed);
        }
        return armed;
    }

    /** From a client's own hook, on the thread of the attempt: what drops the connection, from any thread, now and later. */
    static void by(Runnable dropping) {
        if (CURRENT.get()[0] instanceof AttemptCut running) {
            running.hook = dropping;
        }
    }

    /** On the thread of the watchdog only. */
    @Override
    public void run() {
        ReentrantLock lock = cutting;
        if (lock == null) {
            lock = new ReentrantLock();
            cutting = lock;
        }
        lock.lock();
        try {
            if (!STATE.compareAndSet(this, WATCHED, CUT) && (state == OVER || overAfterCut)) {
                return;
            }
            boolean unused = drop();
            thread.interrupt();
            guard = resilience.watchdog().arm(resilience.time().nanos() + AGAIN, this);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch, on the thread of the attempt; harmless when repeated. True where the attempt was cut. */
    boolean over() {
        if (state == OVER) {
            return false;
        }
        current[0] = outer;
        if (STATE.compareAndSet(this, WATCHED, OVER)) {
            disarm();
            return false;
        }
        ReentrantLock lock = cutting;
        if (state == OVER || lock == null) {
            return false;
        }
        lock.lock();
        try {
            if (!overAfterCut) {
                overAfterCut = true;
                disarm();
                // It was ours; one by somebody else at this very moment cannot be told from it.
                Thread.interrupted();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void disarm() {
        Watchdog.Guard armed = guard;
        if (armed != null) {
            armed.disarm();
        }
    }

    /** Whether the client has left a hook here. */
    boolean hooked() {
        return hook != null;
    }

    /** Drops the connection where the client has a hook; false where it has none. */
    boolean drop() {
        Runnable dropping = hook;
        if (dropping == null) {
            return false;
        }
        dropping.run();
        return true;
    }
}
