// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Experimental;

/** Runs things later without holding a thread for each. Thread-safe. */
@Experimental
public interface Timer {
    /** Something that is to run. */
    interface Planned {
        /** Calls it off where it has not begun; nothing of it is kept. */
        void cancel();
    }

    /**
     * Runs an action once, on a thread of the timer's, when the ticker shows {@code at}; when the timer is closed before, on
     * the closing thread; on the calling thread where it is closed already.
     *
     * @param at the ticker time
     * @param action must not throw, and should not block
     * @return what calls it off
     */
    Planned start(long at, Runnable action);

    /** {@return whether it was closed: nothing waits any more} */
    boolean closed();
}
