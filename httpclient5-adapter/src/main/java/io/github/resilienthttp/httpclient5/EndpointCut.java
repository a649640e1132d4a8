// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Drops the connection of an attempt, or of a drain, whose time is up. Closing the socket is what wakes a thread that connects,
 * shakes hands, writes or reads. What has no connection yet gets one sooner or later: so the cut is repeated until its owner
 * says that it is over, and after that it touches nothing. Thread-safe.
 */
final class EndpointCut implements Runnable {
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final ExecRuntime runtime;
    private final Time time;
    private final Watchdog watchdog;
    private final ReentrantLock lock = new ReentrantLock();
    private Watchdog.@Nullable Guard guard;
    private boolean over;
    private boolean cut;
    private boolean leasing;

    private EndpointCut(ExecRuntime runtime, Time time, Watchdog watchdog) {
        this.runtime = runtime;
        this.time = time;
        this.watchdog = watchdog;
    }

    static EndpointCut after(long nanos, ExecRuntime runtime, Time time, Watchdog watchdog) {
        return at(time.nanos() + nanos, runtime, time, watchdog);
    }

    /** {@code at}: the ticker's time. */
    static EndpointCut at(long at, ExecRuntime runtime, Time time, Watchdog watchdog) {
        EndpointCut armed = new EndpointCut(runtime, time, watchdog);
        armed.arm(at);
        return armed;
    }

    @Override
    public void run() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (!cut) {
                cut = true;
                leasing = !runtime.isEndpointAcquired();
            }
            runtime.discardEndpoint();
            arm(time.nanos() + AGAIN);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch. True where it came too late. */
    boolean over() {
        lock.lock();
        try {
            over = true;
            if (guard != null) {
                guard.disarm();
            }
            return cut;
        } finally {
            lock.unlock();
        }
    }

    /** Whether no connection had been leased when the time was up. */
    boolean leasing() {
        return leasing;
    }

    private void arm(long at) {
        lock.lock();
        try {
            guard = watchdog.arm(at, this);
        } finally {
            lock.unlock();
        }
    }
}
