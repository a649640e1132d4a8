// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

/** Arithmetic on ticker times that does not wrap round. */
final class Nanos {
    private static final long PER_MILLI = 1_000_000;

    private Nanos() {}

    /** The ticker time a number of milliseconds after another; {@link Long#MAX_VALUE} where that is too far to hold. */
    static long after(long now, long millis) {
        if (millis > (Long.MAX_VALUE - now) / PER_MILLI) {
            return Long.MAX_VALUE;
        }
        return now + millis * PER_MILLI;
    }
}
