// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wall time of ticker times to come, the last one kept for a second: while an upstream is down, refusals by the thousand name
 * the same. Thread-safe.
 */
final class RecentInstant {
    private static final long KEPT_NANOS = 1_000_000_000;

    private record Named(long until, long asked, Instant instant) {}

    private final Time time;
    private volatile @Nullable Named last;

    RecentInstant(Time time) {
        this.time = time;
    }

    /** {@code now}: the ticker's, read a moment ago; what has passed since makes the instant later, never early. */
    Instant of(long until, long now) {
        if (until == Long.MAX_VALUE) {
            return NotBefore.END_OF_TIME;
        }
        Named known = last;
        if (known != null && known.until == until && now - known.asked < KEPT_NANOS) {
            return known.instant;
        }
        Instant instant = NotBefore.capped(time.now(), Duration.ofNanos(until - now));
        last = new Named(until, now, instant);
        return instant;
    }
}
