// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the three forms of HTTP-date (RFC 9110 section 5.6.7) and what cannot be misread beside them: a day of one
 * digit, {@code UTC} or a numeric offset for {@code GMT}, a missing or wrong weekday, names in another case.
 *
 * <p>Nothing else is guessed: a day that the month does not have, or a date without a zone, is no date. Independent of
 * locale and time zone of the JVM.
 */
final class HttpDate {
    private static final int LONGEST = 64;

    private static final List<String> SHORT_DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> LONG_DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private HttpDate() {}

    static boolean isWeekday(String word) {
        return CalendarWords.indexOf(SHORT_DAYS, word) >= 0 || CalendarWords.indexOf(LONG_DAYS, word) >= 0;
    }

    /**
     * Reads one date.
     *
     * @param reference the time that decides the century of a two-digit year
     */
    static @Nullable Instant parse(String text, Instant reference) {
        if (text.length() > LONGEST) {
            return null;
        }
        List<String> words = CalendarWords.split(text);
        if (!words.isEmpty() && isWeekday(withoutComma(words.get(0)))) {
            words = words.subList(1, words.size());
        }
        return switch (words.size()) {
            case 5 -> imfFixdate(words);
            case 3 -> rfc850(words, reference);
            case 4 -> asctime(words);
            default -> null;
        };
    }

    /** {@code 06 Nov 1994 08:49:37 GMT}. */
    private static @Nullable Instant imfFixdate(List<String> words) {
        return UtcFields.instant(
                CalendarWords.number(words.get(2), 4, 4),
                CalendarWords.month(words.get(1)),
                CalendarWords.number(words.get(0), 1, 2),
                CalendarWords.secondOfDay(words.get(3)),
                CalendarWords.offsetSeconds(words.get(4)));
    }

    /** {@code Nov  6 08:49:37 1994}, always UTC. */
    private static @Nullable Instant asctime(List<String> words) {
        return UtcFields.instant(
                CalendarWords.number(words.get(3), 4, 4),
                CalendarWords.month(words.get(0)),
                CalendarWords.number(words.get(1), 1, 2),
                CalendarWords.secondOfDay(words.get(2)),
                0);
    }

    /** {@code 06-Nov-94 08:49:37 GMT}; the latest such year that is not more than 50 years ahead. */
    private static @Nullable Instant rfc850(List<String> words, Instant reference) {
        String date = words.get(0);
        int first = date.indexOf('-');
        int second = date.indexOf('-', first + 1);
        if (first < 0 || second < 0) {
            return null;
        }
        int year = CalendarWords.number(date.substring(second + 1), 2, 2);
        if (year < 0) {
            return null;
        }
        return UtcFields.latestWithin50Years(
                year,
                CalendarWords.month(date.substring(first + 1, second)),
                CalendarWords.number(date.substring(0, first), 1, 2),
                CalendarWords.secondOfDay(words.get(1)),
                CalendarWords.offsetSeconds(words.get(2)),
                reference);
    }

    private static String withoutComma(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }
}
