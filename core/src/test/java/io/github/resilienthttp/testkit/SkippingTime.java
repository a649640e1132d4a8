// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clocks of the machine, which a test can put forward while no call waits: for the time between calls. Waits take as long as
 * they say. Thread-safe.
 */
public final class SkippingTime implements Time {
    private final Time system = Time.system();
    private final AtomicLong ahead = new AtomicLong();

    /** Clocks that go as the machine's do. */
    public SkippingTime() {}

    /**
     * Puts both clocks forward.
     *
     * @param length zero or more
     */
    public void skip(Duration length) {
        ahead.addAndGet(length.toNanos());
    }

    @Override
    public long nanos() {
        return system.nanos() + ahead.get();
    }

    @Override
    public Instant now() {
        return system.now().plusNanos(ahead.get());
    }

    @Override
    public void park(long until) throws InterruptedException {
        system.park(until - ahead.get());
    }
}
