// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.regex.Pattern;

/** Counts, decimals and percentages. A number has digits of ASCII only and a decimal point; below 0 it is out of range. */
final class NumberText {
    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,18})?(E-[0-9]{1,2})?");

    private NumberText() {}

    static int count(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.parseInt(text);
    }

    static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number");
        }
        return Double.parseDouble(text);
    }

    /** {@code 50}, {@code 50%} or {@code 50 %}. */
    static double percent(String text) {
        return decimal(text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
    }

    /** Without a fraction where there is none: {@code 2}, {@code 0.1}. */
    static String print(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
