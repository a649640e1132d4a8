// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.time.Duration;

/** Refuses what cannot be simulated, naming the value and what is allowed. */
final class Check {
    /** Longer makes nothing clearer, and would not fit into memory. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private Check() {}

    static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw refusal(name, plain(value), plain(least) + " to " + plain(most));
        }
    }

    static void above0(String name, Duration value) {
        if (value.compareTo(Duration.ZERO) <= 0 || value.compareTo(LONGEST) > 0) {
            throw refusal(name, value, "above 0, up to 2 h");
        }
    }

    static void notBelow0(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw refusal(name, value, "0 to 2 h");
        }
    }

    static void wholeSeconds(String name, Duration value, int least) {
        if (!value.equals(Duration.ofSeconds(value.toSeconds()))
                || value.toSeconds() < least
                || value.compareTo(LONGEST) > 0) {
            throw refusal(name, value, "whole seconds from " + least + " s to 2 h");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    private static IllegalArgumentException refusal(String name, Object value, String allowed) {
        return new IllegalArgumentException(name + " " + value + ": " + allowed + " is allowed");
    }
}
