// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A JSON value that names a delay: a number of seconds, or a text with such a number or a duration. */
final class BodyDelay {
    /** A number with more digits before the point than this is too large to hold as milliseconds. */
    private static final long MOST_WHOLE_DIGITS = 17;

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private BodyDelay() {}

    /** Milliseconds rounded up, saturated, or {@link DecimalMillis#UNREADABLE}. */
    static long millis(@Nullable Object value) {
        if (value instanceof BigDecimal seconds) {
            return millis(seconds);
        }
        if (value instanceof String text) {
            String trimmed = FieldMembers.trimmed(text);
            long number = DecimalMillis.parse(trimmed, 1000);
            return number != DecimalMillis.UNREADABLE ? number : DurationText.parse(trimmed);
        }
        return DecimalMillis.UNREADABLE;
    }

    /** Looks at the exponent before it computes: 1E+999999999 must not become a number of a thousand million digits. */
    private static long millis(BigDecimal seconds) {
        if (seconds.signum() <= 0) {
            return seconds.signum() == 0 ? 0 : DecimalMillis.UNREADABLE;
        }
        long wholeDigits = (long) seconds.precision() - seconds.scale();
        if (wholeDigits > MOST_WHOLE_DIGITS) {
            return Long.MAX_VALUE;
        }
        if (wholeDigits < -3) {
            return 1;
        }
        BigDecimal millis = seconds.movePointRight(3).setScale(0, RoundingMode.CEILING);
        return millis.min(MOST).longValue();
    }
}
