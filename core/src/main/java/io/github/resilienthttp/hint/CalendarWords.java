// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.ArrayList;
import java.util.List;

/** The words of an HTTP-date: names, numbers, time of day and zone; -1 stands for a word that cannot be read. */
final class CalendarWords {
    /** What {@link #offsetSeconds} answers for a zone that cannot be read. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private CalendarWords() {}

    /** Words between blanks; a comma ends a word too, and stays at its end ({@code Sun,06} is two words). */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>(6);
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean blank = at == text.length() || FieldMembers.isBlank(text.charAt(at));
            if (!blank && text.charAt(at) != ',') {
                continue;
            }
            int to = blank ? at : at + 1;
            if (to > from) {
                words.add(text.substring(from, to));
            }
            from = at + 1;
        }
        return words;
    }

    /** The number of the month, 1 to 12. */
    static int month(String word) {
        int index = indexOf(MONTHS, word);
        return index < 0 ? -1 : index + 1;
    }

    /** Compares without regard to the case of ASCII letters, and to nothing else. */
    static int indexOf(List<String> names, String word) {
        for (int index = 0; index < names.size(); index++) {
            if (sameAscii(names.get(index), word)) {
                return index;
            }
        }
        return -1;
    }

    static int number(String word, int fewestDigits, int mostDigits) {
        if (word.length() < fewestDigits || word.length() > mostDigits) {
            return -1;
        }
        int value = 0;
        for (int at = 0; at < word.length(); at++) {
            if (!DecimalMillis.isDigit(word.charAt(at))) {
                return -1;
            }
            value = value * 10 + (word.charAt(at) - '0');
        }
        return value;
    }

    /** {@code 08:49:37} as seconds since midnight; second 60 is a leap second and counts as the next minute's first. */
    static int secondOfDay(String word) {
        if (word.length() != 8 || word.charAt(2) != ':' || word.charAt(5) != ':') {
            return -1;
        }
        int hour = number(word.substring(0, 2), 2, 2);
        int minute = number(word.substring(3, 5), 2, 2);
        int second = number(word.substring(6), 2, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        return hour * 3600 + minute * 60 + second;
    }

    /** {@code GMT}, {@code UTC} or {@code +hhmm} as seconds east of Greenwich. */
    static int offsetSeconds(String word) {
        if (sameAscii("GMT", word) || sameAscii("UTC", word)) {
            return 0;
        }
        if (word.length() != 5 || (word.charAt(0) != '+' && word.charAt(0) != '-')) {
            return NO_OFFSET;
        }
        int hours = number(word.substring(1, 3), 2, 2);
        int minutes = number(word.substring(3), 2, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return NO_OFFSET;
        }
        int seconds = hours * 3600 + minutes * 60;
        return word.charAt(0) == '-' ? -seconds : seconds;
    }

    private static boolean sameAscii(String name, String word) {
        if (name.length() != word.length()) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            if (lower(name.charAt(at)) != lower(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
