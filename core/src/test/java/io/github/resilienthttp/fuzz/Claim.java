// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

/** Assertions that cost nothing while they hold: they are made millions of times. */
public final class Claim {
    private Claim() {}

    /** Fails unless it holds; tells what it is about, if anything. */
    public static void that(boolean holds, Object about) {
        if (!holds) {
            throw new AssertionError("does not hold of: " + about);
        }
    }

    /** Whether a text is on one line and changes nothing where it is shown. */
    public static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u202e');
    }
}
