// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Takes the members of a field apart that should hold one value but may hold several, on one line or on many.
 *
 * <p>A comma separates members, save the one after the weekday of an HTTP-date. Some header views split lines at commas
 * on their own; a date's weekday is then a member by itself, and the rest of the date is read without it.
 */
final class FieldMembers {
    private FieldMembers() {}

    /** The longest delay among the members that can be read, or {@link DecimalMillis#UNREADABLE}. */
    static long longest(List<String> lines, ToLongFunction<String> form) {
        long longest = DecimalMillis.UNREADABLE;
        for (String line : lines) {
            longest = Math.max(longest, longest(line, form));
        }
        return longest;
    }

    private static long longest(String line, ToLongFunction<String> form) {
        long longest = DecimalMillis.UNREADABLE;
        int from = 0;
        while (from <= line.length()) {
            int to = endOfMember(line, from);
            String member = trimmed(line.substring(from, to));
            if (HttpDate.isWeekday(member) && to < line.length()) {
                to = endOfMember(line, to + 1);
                member = trimmed(line.substring(from, to));
            }
            if (!member.isEmpty()) {
                longest = Math.max(longest, form.applyAsLong(member));
            }
            from = to + 1;
        }
        return longest;
    }

    private static int endOfMember(String line, int from) {
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    /** Without optional whitespace, which is space and tab only (RFC 9110 section 5.6.3). */
    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
