// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who waits at a cool-down, first come, first served, and who was called up but has not asked again yet. Guarded by the
 * lock of the cool-down. Every step takes constant time, except {@link #recall} and {@link #wakeUnlessInTime}.
 */
final class WaitingLine {
    private final int room;
    private final IdentityHashMap<Cooldown.Waiter, WaitingPlace> places = new IdentityHashMap<>();
    private final Set<WaitingPlace> calledUp = new LinkedHashSet<>();
    private Set<WaitingPlace> queue = new LinkedHashSet<>();

    /** @param room how many may wait at a time */
    WaitingLine(int room) {
        this.room = room;
    }

    /** The place of that waiter, which asks now; where it is new, one that is not in the queue. */
    WaitingPlace asking(Cooldown.Waiter waiter, long longest, long latest) {
        WaitingPlace place = places.computeIfAbsent(waiter, w -> new WaitingPlace(w, longest));
        place.asks(latest);
        return place;
    }

    /** Whether it is in the queue now, having joined at the end where it was not: false where there is no room. */
    boolean join(WaitingPlace place) {
        return queue.contains(place) || (queue.size() < room && queue.add(place));
    }

    /** Calls up the head of the queue. */
    void callNext(List<Cooldown.Waiter> wakes) {
        Iterator<WaitingPlace> first = queue.iterator();
        WaitingPlace head = first.next();
        first.remove();
        calledUp.add(head);
        head.wake(wakes);
    }

    boolean calledUp(WaitingPlace place) {
        return calledUp.contains(place);
    }

    /** Forgets a waiter, wherever it is; whether it had been called up. */
    boolean forget(Cooldown.Waiter waiter) {
        WaitingPlace place = places.remove(waiter);
        return place != null && !queue.remove(place) && calledUp.remove(place);
    }

    /**
     * Those called up go back to the head of the queue, in their order; where the queue is too long then, the last ones
     * lose their place and are woken. Returns how many were called back.
     */
    int recall(List<Cooldown.Waiter> wakes) {
        int recalled = calledUp.size();
        if (recalled > 0) {
            Set<WaitingPlace> all = new LinkedHashSet<>(calledUp);
            all.addAll(queue);
            calledUp.clear();
            queue = new LinkedHashSet<>();
            for (WaitingPlace place : all) {
                if (!join(place)) {
                    place.wake(wakes);
                }
            }
        }
        return recalled;
    }

    /** Wakes those who would miss a reopening at {@code until}, or would wait for it in vain. */
    void wakeUnlessInTime(long until, List<Cooldown.Waiter> wakes) {
        for (WaitingPlace place : queue) {
            if (!place.asksInTimeFor(until)) {
                place.wake(wakes);
            }
        }
    }

    /** How many are in the queue. */
    int size() {
        return queue.size();
    }

    /** Whether nobody is known here: in the queue, called up, or about to hear that its place is lost. */
    boolean deserted() {
        return places.isEmpty();
    }
}
