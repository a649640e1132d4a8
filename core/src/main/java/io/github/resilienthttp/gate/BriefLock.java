// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock that is held for a few nanoseconds, over nothing that waits. Who meets another at it spins; where they meet again
 * and again, it sleeps for the shortest time there is: threads that call without a pause then take turns, instead of fetching
 * each word of the scope from each other (decision 0071). Nobody stands in a queue, so who leaves has nobody to wake. Not fair,
 * not reentrant; does not pin a virtual thread.
 */
final class BriefLock {
    private static final AtomicIntegerFieldUpdater<BriefLock> HELD =
            AtomicIntegerFieldUpdater.newUpdater(BriefLock.class, "held");
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    /** Meetings that are further apart are chance. Longer than such a sleep, after which the next one is due. */
    private static final long CROWDED_NANOS = 200_000;
    /** Longer than it is held, unless the holder has lost its processor. */
    private static final int SPINS = 100;

    private volatile int held;
    private volatile long lastMeeting;

    void lock() {
        if (!HELD.compareAndSet(this, FREE, TAKEN)) {
            meet();
        }
    }

    private void meet() {
        long now = System.nanoTime();
        int spins = now - lastMeeting < CROWDED_NANOS ? 0 : SPINS;
        lastMeeting = now;
        do {
            if (spins > 0) {
                spins--;
                Thread.onSpinWait();
            } else {
                // A thread that is interrupted does not sleep, and keeps its flag: it tries until the holder is gone.
                LockSupport.parkNanos(this, 1);
            }
        } while (held == TAKEN || !HELD.compareAndSet(this, FREE, TAKEN));
    }

    void unlock() {
        // A release is enough: nobody waits to be woken.
        HELD.lazySet(this, FREE);
    }
}
