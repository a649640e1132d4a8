// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a date together; null where the calendar has no such day, instead of the nearest that it has. */
final class UtcFields {
    private UtcFields() {}

    /** A negative field, or {@link CalendarWords#NO_OFFSET}, is one that could not be read. */
    static @Nullable Instant instant(int year, int month, int day, int secondOfDay, int offsetSeconds) {
        if (year < 0 || month < 1 || day < 1 || secondOfDay < 0 || offsetSeconds == CalendarWords.NO_OFFSET) {
            return null;
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + secondOfDay - offsetSeconds);
    }

    /**
     * The latest date with these last two digits of the year that is not more than 50 years after the reference (RFC
     * 9110 section 5.6.7).
     */
    static @Nullable Instant latestWithin50Years(
            int lastTwoDigits, int month, int day, int secondOfDay, int offsetSeconds, Instant reference) {
        LocalDateTime limit = LocalDateTime.ofInstant(reference, ZoneOffset.UTC).plusYears(50);
        Instant latest = limit.toInstant(ZoneOffset.UTC);
        int year = Math.floorDiv(limit.getYear(), 100) * 100 + lastTwoDigits;
        for (int century = 0; century < 3; century++) {
            Instant candidate = instant(year - century * 100, month, day, secondOfDay, offsetSeconds);
            if (candidate != null && !candidate.isAfter(latest)) {
                return candidate;
            }
        }
        return null;
    }
}
