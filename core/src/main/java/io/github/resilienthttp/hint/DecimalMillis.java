// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

/**
 * Reads an unsigned decimal number of ASCII digits, {@code 1*DIGIT [ "." 1*DIGIT ]}, as milliseconds rounded up.
 *
 * <p>No sign, exponent, hexadecimal or digit of another script is a number here. Linear in the length of the text: a
 * value too large to hold saturates, a long fraction only decides whether to round up.
 */
final class DecimalMillis {
    /** What every reader of delays answers where the text cannot be read; no delay is negative. */
    static final long UNREADABLE = -1;

    private static final long BILLION = 1_000_000_000;

    private DecimalMillis() {}

    /** Reads the whole text; {@code unitMillis} is the length of one unit, at most a day. */
    static long parse(String text, long unitMillis) {
        return parse(text, 0, text.length(), unitMillis);
    }

    static long parse(String text, int from, int to, long unitMillis) {
        int point = endOfDigits(text, from, to);
        if (point == from) {
            return UNREADABLE;
        }
        if (point == to) {
            return whole(text, from, to, unitMillis);
        }
        if (text.charAt(point) != '.' || point + 1 == to || endOfDigits(text, point + 1, to) != to) {
            return UNREADABLE;
        }
        return saturatedSum(whole(text, from, point, unitMillis), fraction(text, point + 1, to, unitMillis));
    }

    static long saturatedSum(long left, long right) {
        return left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static long whole(String text, int from, int to, long unitMillis) {
        long most = Long.MAX_VALUE / unitMillis;
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (value > (most - digit) / 10) {
                return Long.MAX_VALUE;
            }
            value = value * 10 + digit;
        }
        return value * unitMillis;
    }

    private static long fraction(String text, int from, int to, long unitMillis) {
        long billionths = 0;
        boolean more = false;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (at - from < 9) {
                billionths = billionths * 10 + digit;
            } else {
                more |= digit != 0;
            }
        }
        for (int digits = to - from; digits < 9; digits++) {
            billionths *= 10;
        }
        long product = (more ? billionths + 1 : billionths) * unitMillis;
        return product / BILLION + (product % BILLION == 0 ? 0 : 1);
    }
}
