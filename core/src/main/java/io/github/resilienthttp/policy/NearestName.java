// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Internal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write, by the Damerau-Levenshtein distance (optimal string alignment). */
@Internal
public final class NearestName {
    /** What is longer is near to nothing, and would take long to compare. */
    static final int LONGEST = 200;

    private NearestName() {}

    /**
     * The name that is nearest, if one is near enough: at most two slips, or one in three characters of a long name. A
     * name whose last part was given alone is near too ({@code max-attempts} for {@code retry.max-attempts}).
     *
     * @param names those there are
     * @param given what was written
     * @return one of the names; empty where none is near
     */
    public static Optional<String> among(Collection<String> names, String given) {
        Optional<String> nearest = Optional.empty();
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(given);
        int least = Math.max(2, plain.length() / 3) + 1;
        for (String name : names) {
            String other = plain(name);
            int distance = distance(plain, other);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(name);
            }
        }
        if (nearest.isPresent() || given.isEmpty()) {
            return nearest;
        }
        return names.stream().filter(name -> plain(name).endsWith("." + plain)).findFirst();
    }

    /** Case, hyphens and underscores do not count: {@code maxAttempts} is as good as {@code max-attempts}. */
    static int between(String left, String right) {
        return distance(plain(left), plain(right));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
