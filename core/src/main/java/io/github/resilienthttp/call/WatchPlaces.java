// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Where watches stand while they are armed: a place is taken by one compare-and-set, and is free again as soon as its watch is
 * over. Threads begin to look at places that are far apart. Thread-safe.
 */
final class WatchPlaces {
    private static final int SIZE = 256;

    /** As many references as a cache line has room for, of four bytes each. */
    private static final int LINE = 16;

    /** How many places are tried: with more attempts under way than that, a queue is as good. */
    private static final int TRIES = 4;

    private final AtomicReferenceArray<@Nullable Watch> places = new AtomicReferenceArray<>(SIZE);

    /** False where no free place was found. */
    boolean take(Watch watch) {
        int id = (int) Thread.currentThread().getId();
        int place = id * LINE + id / LINE;
        watch.places = this;
        for (int tries = 0; tries < TRIES; tries++, place++) {
            place &= SIZE - 1;
            watch.place = place;
            if (places.getPlain(place) == null && places.compareAndSet(place, null, watch)) {
                return true;
            }
        }
        watch.places = null;
        return false;
    }

    /** By whoever ended the watch that stands there, once. */
    void leave(int place) {
        places.setRelease(place, null);
    }

    /** Adds those that are due to {@code due}; the earliest time of the others, or {@link Long#MAX_VALUE}. */
    long collect(long now, Collection<Watch> due) {
        long earliest = Long.MAX_VALUE;
        for (int place = 0; place < SIZE; place++) {
            Watch watch = places.get(place);
            if (watch != null && watch.at() <= now) {
                due.add(watch);
            } else if (watch != null) {
                earliest = Math.min(earliest, watch.at());
            }
        }
        return earliest;
    }

    int taken() {
        int taken = 0;
        for (int place = 0; place < SIZE; place++) {
            taken += places.get(place) == null ? 0 : 1;
        }
        return taken;
    }

    void clear() {
        for (int place = 0; place < SIZE; place++) {
            places.set(place, null);
        }
    }
}
