// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.time.Instant;

/** The forms in which a header names a delay. Each answers milliseconds from the receipt, rounded up. */
enum DelayForm {
    /** A decimal number of milliseconds. */
    MILLISECONDS {
        @Override
        long millis(String member, ServerClock clock) {
            return DecimalMillis.parse(member, 1);
        }
    },
    /** A decimal number of seconds. */
    SECONDS {
        @Override
        long millis(String member, ServerClock clock) {
            return DecimalMillis.parse(member, 1000);
        }
    },
    /** Retry-After (RFC 9110 section 10.2.3): delay-seconds or an HTTP-date. */
    SECONDS_OR_DATE {
        @Override
        long millis(String member, ServerClock clock) {
            long seconds = DecimalMillis.parse(member, 1000);
            if (seconds != DecimalMillis.UNREADABLE) {
                return seconds;
            }
            Instant date = HttpDate.parse(member, clock.time());
            return date == null ? DecimalMillis.UNREADABLE : clock.millisUntil(date);
        }
    },
    /** Seconds from now, or since the epoch where that many seconds from now would be decades. */
    SECONDS_OR_EPOCH {
        @Override
        long millis(String member, ServerClock clock) {
            long millis = DecimalMillis.parse(member, 1000);
            boolean epoch = millis >= FIRST_EPOCH_MILLIS && millis < Long.MAX_VALUE;
            return epoch ? clock.millisUntil(Instant.ofEpochMilli(millis)) : millis;
        }
    };

    /** 10⁹ seconds: the year 2001 as an instant, 31 years as a delay. */
    private static final long FIRST_EPOCH_MILLIS = 1_000_000_000_000L;

    /**
     * Reads one member of a field.
     *
     * @return milliseconds, 0 or more, or {@link DecimalMillis#UNREADABLE}
     */
    abstract long millis(String member, ServerClock clock);
}
