// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Numbers the calls and keeps their starts apart. Thread-safe. */
final class Starts {
    private final ReentrantLock lock = new ReentrantLock();
    private final int calls;
    private final long apartNanos;
    private long earliest = System.nanoTime();
    private int started;

    Starts(int calls, Duration apart) {
        this.calls = calls;
        this.apartNanos = apart.toNanos();
    }

    /**
     * Waits for the turn of the next call.
     *
     * @return its number, or 0 when all have started
     */
    int next() throws InterruptedException {
        // Held while sleeping: the others have nothing to do before this one has started.
        lock.lockInterruptibly();
        try {
            if (started == calls) {
                return 0;
            }
            long wait = earliest - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait + 999_999).toMillis());
            }
            earliest = System.nanoTime() + apartNanos;
            return ++started;
        } finally {
            lock.unlock();
        }
    }
}
