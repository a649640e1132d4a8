// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Watch;
import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.jspecify.annotations.Nullable;

/**
 * Drops the connection of an attempt, or of a drain, whose time is up. Closing the socket is what wakes a thread that connects,
 * shakes hands, writes or reads. What has no connection yet gets one sooner or later: so the cut is repeated until its owner
 * says that it is over, and after that it touches nothing. Thread-safe; only one thread is the owner, though.
 */
final class EndpointCut extends Watch {
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private static final AtomicReferenceFieldUpdater<EndpointCut, @Nullable Late> LATE =
            AtomicReferenceFieldUpdater.newUpdater(EndpointCut.class, Late.class, "late");

    private final ExecRuntime runtime;
    private final AttemptLimit limit;

    /** Made by whoever comes first once the time is up, which is seldom: a cut that is called off has neither lock nor repeats. */
    private volatile @Nullable Late late;

    /** For the owner. */
    private boolean calledOff;

    private EndpointCut(long at, ExecRuntime runtime, AttemptLimit limit) {
        super(at);
        this.runtime = runtime;
        this.limit = limit;
    }

    /** {@code at}: the ticker's time. */
    static EndpointCut at(long at, ExecRuntime runtime, AttemptLimit limit) {
        EndpointCut armed = new EndpointCut(at, runtime, limit);
        limit.watchdog().arm(armed);
        return armed;
    }

    @Override
    protected void run() {
        late().run();
    }

    /** Ends the watch; harmless when repeated. True where it came too late. */
    boolean over() {
        if (calledOff || disarm()) {
            // Before its time: nobody has touched the connection, and nobody will.
            calledOff = true;
            return false;
        }
        return late().end();
    }

    /** Whether no connection had been leased when the time was up. */
    boolean leasing() {
        Late known = late;
        return known != null && known.leasing;
    }

    private Late late() {
        Late known = late;
        if (known != null) {
            return known;
        }
        Late made = new Late(this);
        return LATE.compareAndSet(this, null, made) ? made : late();
    }

    /** The time was up, or is just being so. Thread-safe. */
    private static final class Late implements Runnable {
        private final ExecRuntime runtime;
        private final AttemptLimit limit;
        private final ReentrantLock lock = new ReentrantLock();
        private Watchdog.@Nullable Guard again;
        private boolean over;
        private boolean cut;
        private volatile boolean leasing;

        Late(EndpointCut first) {
            this.runtime = first.runtime;
            this.limit = first.limit;
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
                again = limit.watchdog().arm(limit.time().nanos() + AGAIN, this);
            } finally {
                lock.unlock();
            }
        }

        /** True where something was dropped. */
        boolean end() {
            lock.lock();
            try {
                over = true;
                if (again != null) {
                    again.disarm();
                }
                return cut;
            } finally {
                lock.unlock();
            }
        }
    }
}
