// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/** The waiting side of a permit: who wakes it, and its place in a paced reopening. */
final class PermitWait implements Cooldown.Waiter {
    /** The epoch of the place it holds in a paced reopening; 0 where it holds none. */
    int pace;

    private volatile boolean woken;
    private volatile @Nullable Runnable waker;

    /** A new wait begins: what woke the last one counts no more. */
    void sleepAgain() {
        waker = null;
        woken = false;
    }

    void onWake(Runnable action) {
        waker = action;
        if (woken) {
            action.run();
        }
    }

    boolean woken() {
        return woken;
    }

    @Override
    public void wake() {
        woken = true;
        Runnable action = waker;
        if (action != null) {
            action.run();
        }
    }
}
