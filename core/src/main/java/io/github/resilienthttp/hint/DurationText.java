// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

/**
 * Reads durations such as {@code 6m0s}, {@code 12ms}, {@code 1h2m3.5s} and {@code 3.500s} as milliseconds.
 *
 * <p>Units are {@code d}, {@code h}, {@code m}, {@code s} and {@code ms} in lower case; each part is rounded up, so the
 * sum is never shorter than what was said.
 */
final class DurationText {
    private DurationText() {}

    /** Milliseconds, saturated, or {@link DecimalMillis#UNREADABLE}. */
    static long parse(String text) {
        long sum = 0;
        int at = 0;
        while (at < text.length()) {
            int unit = endOfNumber(text, at);
            int next = endOfUnit(text, unit);
            long unitMillis = unitMillis(text, unit, next);
            if (unitMillis == 0) {
                return DecimalMillis.UNREADABLE;
            }
            long part = DecimalMillis.parse(text, at, unit, unitMillis);
            if (part == DecimalMillis.UNREADABLE) {
                return DecimalMillis.UNREADABLE;
            }
            sum = DecimalMillis.saturatedSum(sum, part);
            at = next;
        }
        return at == 0 ? DecimalMillis.UNREADABLE : sum;
    }

    private static int endOfNumber(String text, int from) {
        int at = from;
        while (at < text.length() && (DecimalMillis.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static int endOfUnit(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
            at++;
        }
        return at;
    }

    private static long unitMillis(String text, int from, int to) {
        int length = to - from;
        if (length == 2 && text.startsWith("ms", from)) {
            return 1;
        }
        if (length != 1) {
            return 0;
        }
        return switch (text.charAt(from)) {
            case 's' -> 1_000;
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            case 'd' -> 86_400_000;
            default -> 0;
        };
    }
}
