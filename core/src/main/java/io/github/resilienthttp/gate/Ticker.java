// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.stability.Experimental;
import java.time.Instant;

/**
 * A monotonic clock: nanoseconds since a fixed moment, never below 0 and never going back. One engine has exactly one;
 * times of two tickers cannot be compared. Implementations are thread-safe and do not block.
 */
@FunctionalInterface
@Experimental
public interface Ticker {
    /**
     * Reads the clock.
     *
     * @return nanoseconds, 0 or more
     */
    long nanos();

    /**
     * The wall time at which it showed 0: where the clocks of the breakers begin.
     *
     * @return the system's, unless the ticker has a wall clock of its own
     */
    default Instant zero() {
        return Instant.now().minusNanos(nanos());
    }
}
