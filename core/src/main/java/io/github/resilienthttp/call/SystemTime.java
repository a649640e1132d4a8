// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The clocks of the machine. */
final class SystemTime implements Time {
    static final SystemTime INSTANCE = new SystemTime();

    /** A little more than 0 at the start, so that 0 can mean "never" and a moment before the start still fits. */
    private final long base = System.nanoTime() - 1_000_000_000L;

    private SystemTime() {}

    @Override
    public long nanos() {
        return System.nanoTime() - base;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void park(long until) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        LockSupport.parkNanos(this, until - nanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
