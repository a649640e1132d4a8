// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.gate.Permit;
import io.github.resilienthttp.gate.Scope;
import org.jspecify.annotations.Nullable;

/** What a call is made of: where it stands, and what it has in hand. What may be missing is made when it is first needed. */
abstract sealed class CallState permits Call {
    final Settings settings;
    final CallOptions options;
    final long deadline;

    @Nullable
    RequestView request;

    @Nullable
    Scope scope;

    @Nullable
    Permit permit;

    boolean idempotent;
    int attempt;
    boolean sending;
    boolean waiting;
    boolean retryAhead;
    boolean refused;
    boolean closed;
    long attemptStart;

    /** When something was last heard of the call; only kept where somebody measures. */
    long lastNanos;

    int status;

    /** What the attempt that has ended means; null while one is ahead or under way. */
    @Nullable
    Verdict verdict;

    @Nullable
    Reason reason;

    /** For the driver's thread; another that cancels reads it too. */
    volatile @Nullable Waits waits;

    @Nullable
    Trouble trouble;

    volatile boolean cancelled;

    CallState(Settings settings, CallOptions options, long now) {
        this.settings = settings;
        this.options = options;
        this.deadline = now + total();
    }

    ResilientClient client() {
        return settings.client;
    }

    private long total() {
        return options.deadline() == null
                ? settings.totalNanos
                : options.deadline().toNanos();
    }

    long startNanos() {
        return deadline - total();
    }

    Trouble trouble() {
        Trouble there = trouble;
        if (there == null) {
            there = new Trouble();
            trouble = there;
        }
        return there;
    }

    Waits waits() {
        Waits there = waits;
        if (there == null) {
            there = new Waits();
            waits = there;
        }
        return there;
    }

    /** What to run when a wait may end sooner, or null. */
    @Nullable
    Runnable waker() {
        Waits there = waits;
        return there == null ? null : there.waker;
    }

    /** Null where nobody follows the call. */
    @Nullable
    ObservedCall observed() {
        return trouble == null ? null : trouble.observed;
    }

    Scope scope() {
        Scope here = scope;
        if (here == null) {
            throw new IllegalStateException("the call has not begun");
        }
        return here;
    }

    /** The permit of the attempt that has ended, to be settled. */
    Permit takePermit() {
        Permit held = permit;
        if (held == null) {
            throw new IllegalStateException("nothing is under way");
        }
        permit = null;
        return held;
    }

    String method() {
        return request == null ? "" : request.method();
    }

    /** What is not settled goes back. */
    void giveBack() {
        Permit held = permit;
        if (held != null) {
            permit = null;
            held.cancel(client().time().nanos());
        }
    }
}
