// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.WaitSource;
import org.jspecify.annotations.Nullable;

/** The waits of a call; only a call that waits has one. */
final class Waits {
    /** What to run when the wait may end sooner. */
    volatile @Nullable Runnable waker;

    /** Since when the call waits to send. */
    private long since;

    private long began;
    private long until;
    private long longest;
    private @Nullable WaitSource longestSource;
    private WaitSource current = WaitSource.BACKOFF;

    /** How long the attempt under way waited before it was sent, and for what most. */
    private long before;

    private @Nullable WaitSource beforeSource;

    /** The first of the waits before an attempt begins {@code now}; others may follow it. */
    Step.Wait begin(long end, WaitSource source, long now) {
        if (longestSource == null) {
            since = now;
        }
        if (longestSource == null || end - now > longest) {
            longest = end - now;
            longestSource = source;
        }
        began = now;
        until = end;
        current = source;
        return new Step.Wait(end, source);
    }

    /** The wait at hand, where it is not over. */
    Step.@Nullable Wait unlessOver(long now) {
        return now < until ? new Step.Wait(until, current) : null;
    }

    /** When the wait at hand began. */
    long began() {
        return began;
    }

    /** Where it comes from. */
    WaitSource current() {
        return current;
    }

    void sent(long now) {
        before = longestSource == null ? 0 : now - since;
        beforeSource = longestSource;
        longestSource = null;
    }

    long before() {
        return before;
    }

    @Nullable
    WaitSource beforeSource() {
        return beforeSource;
    }
}
