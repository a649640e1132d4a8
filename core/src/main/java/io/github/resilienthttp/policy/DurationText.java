// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Internal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 8s}, {@code 1m}, {@code 2h}, {@code 32d}, or ISO-8601. Thread-safe. */
@Internal
public final class DurationText {
    static final String UNITS = "in ms, s, m, h or d, or ISO-8601";

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,18})(ms|s|m|h|d)?");
    private static final long DAY = 86_400;

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @param text a whole number and its unit, or ISO-8601
     * @return the duration
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            String unit = matcher.group(2);
            if (unit == null) {
                throw new IllegalArgumentException("the unit is missing");
            }
            return of(Long.parseLong(matcher.group(1)), unit);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException notIso) {
            throw new IllegalArgumentException("not a duration", notIso);
        }
    }

    private static Duration of(long amount, String unit) {
        try {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        } catch (ArithmeticException tooLong) {
            throw new IllegalArgumentException("too long", tooLong);
        }
    }

    /** The shortest exact text that {@link #parse} reads: the largest unit that divides it, else ISO-8601. */
    static String print(Duration value) {
        long seconds = value.getSeconds();
        int nanos = value.getNano();
        if (value.isNegative() || nanos % 1_000_000 != 0 || seconds > Integer.MAX_VALUE) {
            return value.toString();
        }
        if (nanos != 0) {
            return value.toMillis() + "ms";
        }
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % DAY == 0) {
            return seconds / DAY + "d";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}
