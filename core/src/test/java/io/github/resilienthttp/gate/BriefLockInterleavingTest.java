// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class BriefLockInterleavingTest {
    @Test
    void whoHoldsItIsAloneAndNobodyStaysOutside() {
        explore(() -> {
            BriefLock lock = new BriefLock();
            int[] entered = new int[1];

            together(() -> enter(lock, entered), () -> enter(lock, entered), () -> enter(lock, entered));

            require(entered[0] == 3, "entered " + entered[0]);
        });
    }

    private static void enter(BriefLock lock, int[] entered) {
        lock.lock();
        try {
            entered[0] = entered[0] + 1;
        } finally {
            lock.unlock();
        }
    }
}
