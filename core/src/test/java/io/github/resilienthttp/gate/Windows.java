// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts times in windows, the slow and obvious way. */
final class Windows {
    private Windows() {}

    /** The most times that any half-open window of this length holds. */
    static int fullest(Collection<Long> times, long length) {
        List<Long> sorted = new ArrayList<>(times);
        sorted.sort(null);
        int fullest = 0;
        int first = 0;
        for (int i = 0; i < sorted.size(); i++) {
            while (sorted.get(i) - sorted.get(first) >= length) {
                first++;
            }
            fullest = Math.max(fullest, i - first + 1);
        }
        return fullest;
    }

    /** The earliest time from {@code now} on that can be added without any window holding more than the permits. */
    static long earliest(Collection<Long> times, int permits, long length, long now) {
        List<Long> candidates = new ArrayList<>(List.of(now));
        for (long time : times) {
            candidates.add(time);
            candidates.add(time + length);
        }
        return candidates.stream()
                .filter(candidate -> candidate >= now)
                .sorted()
                .filter(candidate -> {
                    List<Long> with = new ArrayList<>(times);
                    with.add(candidate);
                    return fullest(with, length) <= permits;
                })
                .findFirst()
                .orElseThrow();
    }
}
