// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.gate.Ticker;
import io.github.resilienthttp.stability.Experimental;
import java.time.Instant;

/** All the time the engine knows: a ticker for waits and a wall clock for the dates of servers. Thread-safe. */
@Experimental
public interface Time extends Ticker {
    /** {@return the wall clock} */
    Instant now();

    @Override
    default Instant zero() {
        return now().minusNanos(nanos());
    }

    /**
     * Waits on the calling thread until {@link #nanos()} shows {@code until}, or somebody unparks the thread; may return
     * early for no reason.
     *
     * @param until the ticker time to wait for
     * @throws InterruptedException when the thread is interrupted, before or while waiting
     */
    void park(long until) throws InterruptedException;

    /** {@return the system's clocks} */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
