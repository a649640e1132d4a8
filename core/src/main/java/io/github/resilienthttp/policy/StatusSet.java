// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP statuses that are worth another attempt, written as {@code 5xx, !501, !505-508, 409}: statuses, ranges and
 * classes; {@code !} excludes, and an exclusion wins wherever it stands. Statuses are 100 to 599; what is included is
 * 5xx, or a 4xx other than 429 that is named alone. Immutable; {@link #toString} is a canonical text that
 * {@link #parse} reads.
 */
@Stable
public final class StatusSet {
    private static final String NONE = "none";

    private final long[] bits;

    private StatusSet(BitSet statuses) {
        this.bits = statuses.toLongArray();
    }

    /**
     * Reads a set.
     *
     * @param text such as {@code 5xx, !501, 409}; {@code none} for the empty set
     * @return the set
     * @throws IllegalArgumentException names each entry that cannot be read or may not be repeated
     */
    public static StatusSet parse(String text) {
        BitSet included = new BitSet();
        BitSet excluded = new BitSet();
        if (text.strip().equals(NONE)) {
            return new StatusSet(included);
        }
        Check.each(text.split(",", -1), item -> {
            boolean exclude = item.startsWith("!");
            StatusRange range = StatusRange.parse(exclude ? item.substring(1).strip() : item);
            if (!exclude) {
                range.checkRepeatable();
            }
            (exclude ? excluded : included).set(range.first(), range.last() + 1);
        });
        included.andNot(excluded);
        Check.that(!included.isEmpty(), "nothing is left; the empty set is written " + NONE);
        return new StatusSet(included);
    }

    /**
     * Whether the set has a status. Fast: one look into a bit set.
     *
     * @param status any number
     * @return whether it is in the set
     */
    public boolean contains(int status) {
        int word = status >> 6;
        return word >= 0 && word < bits.length && (bits[word] & (1L << status)) != 0;
    }

    /**
     * Whether no status is in the set.
     *
     * @return true for the set that is written {@code none}
     */
    public boolean isEmpty() {
        return bits.length == 0;
    }

    /** How it differs from another set that has a name: {@code 5xx, 408, !503}. */
    String relativeTo(StatusSet base, String name) {
        BitSet added = statuses();
        added.andNot(base.statuses());
        BitSet kept = statuses();
        kept.and(base.statuses());
        if (kept.cardinality() * 2 < base.statuses().cardinality()) {
            return toString();
        }
        BitSet removed = base.statuses();
        removed.andNot(kept);
        List<String> parts = new ArrayList<>(List.of(name));
        print(added, "", parts);
        print(removed, "!", parts);
        return String.join(", ", parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatusSet set && Arrays.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        BitSet all = statuses();
        if (all.isEmpty()) {
            return NONE;
        }
        BitSet servers = all.get(0, 600);
        servers.clear(0, 500);
        all.clear(500, 600);
        List<String> parts = new ArrayList<>();
        boolean most = servers.cardinality() >= 50;
        if (most) {
            parts.add("5xx");
        }
        print(all, "", parts);
        if (most) {
            servers.flip(500, 600);
        }
        print(servers, most ? "!" : "", parts);
        return String.join(", ", parts);
    }

    private BitSet statuses() {
        return BitSet.valueOf(bits);
    }

    /** Runs of three or more as a range, unless they are 4xx, which have to be named one by one. */
    private static void print(BitSet set, String sign, List<String> parts) {
        int status = set.nextSetBit(0);
        while (status >= 0) {
            int end = set.nextClearBit(status);
            if (end - status >= 3 && status >= 500) {
                parts.add(sign + status + "-" + (end - 1));
            } else {
                end = status + 1;
                parts.add(sign + status);
            }
            status = set.nextSetBit(end);
        }
    }
}
