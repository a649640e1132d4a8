// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.List;

/** What a cool-down knows of one waiter, from its first question to its last. Guarded by the lock of the cool-down. */
final class WaitingPlace {
    private final Cooldown.Waiter waiter;
    private final long longest;
    private long latest;
    private long told;
    /** Whether it was told to wait and has not been woken since. */
    private boolean asleep;

    /** @param longest the time after which this call has waited for too long, whatever its deadline */
    WaitingPlace(Cooldown.Waiter waiter, long longest) {
        this.waiter = waiter;
        this.longest = longest;
    }

    Cooldown.Waiter waiter() {
        return waiter;
    }

    /** It asks: awake by itself, and nobody needs to wake it. */
    void asks(long latest) {
        this.latest = latest;
        asleep = false;
    }

    /** It is told to ask again at that time at the latest. */
    void tell(long until) {
        told = until;
        asleep = true;
    }

    /** The end of its patience. */
    long bound() {
        return Math.min(longest, latest);
    }

    /** Whether it will ask by itself in time for a reopening at {@code until}, and can still be served then. */
    boolean asksInTimeFor(long until) {
        return told <= until && until <= bound();
    }

    /** Adds it to those to wake, once per wait. */
    void wake(List<Cooldown.Waiter> wakes) {
        if (asleep) {
            asleep = false;
            wakes.add(waiter);
        }
    }
}
