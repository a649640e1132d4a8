// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Until when the caller is told to stay away: in whole milliseconds, rounded up, never early. */
final class NotBefore {
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private NotBefore() {}

    static Instant after(Instant received, long millis) {
        return millis == Long.MAX_VALUE ? END_OF_TIME : capped(received, Duration.ofMillis(millis));
    }

    static Instant capped(Instant from, Duration delay) {
        // Not Duration.between: over more than 292 years that throws and catches an exception, in every refusal and
        // hint.
        Duration left = Duration.ofSeconds(
                END_OF_TIME.getEpochSecond() - from.getEpochSecond(), END_OF_TIME.getNano() - (long) from.getNano());
        if (delay.compareTo(left) > 0) {
            return END_OF_TIME;
        }
        return from.plus(delay).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
