// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The leave of one attempt to be sent: its breaker permit, its rate permit, its place in a paced reopening. Settled exactly
 * once, however often it is asked to. Used by one thread at a time, but for being woken, which comes from any.
 */
@Internal
public final class Permit {
    /** No grant of the limiter is held. */
    private static final long NONE = -1;

    /** Null once settled. */
    private @Nullable Gates gates;

    private long grant = NONE;
    private @Nullable Object token;

    /** Only an attempt that has met a cool-down or a rate limit has one. */
    private volatile @Nullable PermitWait wait;

    Permit(Gates gates) {
        this.gates = gates;
    }

    /**
     * Names what to run when this attempt may ask again sooner than it was told. Runs at once where that is so already.
     *
     * @param action must not block; may run more than once, on any thread
     */
    public void onWake(Runnable action) {
        PermitWait held = wait;
        if (held != null) {
            held.onWake(action);
        }
    }

    /** {@return whether this attempt may ask again whatever time it was told} */
    public boolean woken() {
        PermitWait held = wait;
        return held != null && held.woken();
    }

    /** {@return whether the attempt takes part in a paced reopening: its end needs the time} */
    public boolean paced() {
        PermitWait held = wait;
        return held != null && held.pace > 0;
    }

    /** {@return whether breaker or limiter want to know when the attempt ended} */
    public boolean timed() {
        Gates held = held();
        return held.breaker().timed() || held.limiter().timed();
    }

    private Gates held() {
        Gates held = gates;
        if (held == null) {
            throw new IllegalStateException("the permit is settled");
        }
        return held;
    }

    /** Takes what is needed to send now, or tells when to ask again, or refuses; a refusal leaves nothing behind. */
    Admission enter(long now, long latest) {
        Gates held = held();
        if (!paced() && !held.cooldown().open()) {
            Admission no = enterCooldown(held, now, latest);
            if (no != null) {
                return no;
            }
        }
        long openUntil = held.breaker().openUntil(now);
        if (openUntil != Breaker.NOT_OPEN) {
            giveBack(held, now);
            return Admission.refused(Reason.CIRCUIT_OPEN, openUntil);
        }
        Admission no = enterLimiter(held, now, latest);
        if (no != null) {
            return no;
        }
        // Last, so that a half-open permit is never held while waiting.
        token = held.breaker().tryAcquire();
        if (token == null) {
            giveBack(held, now);
            long until = held.breaker().openUntil(now);
            return Admission.refused(Reason.CIRCUIT_OPEN, until == Breaker.NOT_OPEN ? Admission.UNKNOWN : until);
        }
        return Admission.GO;
    }

    private @Nullable Admission enterCooldown(Gates held, long now, long latest) {
        if (wait == null) {
            long closed = held.cooldown().turnedAwayUntil(now, latest);
            if (closed > 0) {
                return Admission.refused(Reason.COOLING_DOWN, closed);
            }
        }
        PermitWait waiter = waiting();
        Cooldown.Entry entry = held.cooldown().enter(waiter, now, latest);
        if (entry.kind() == Cooldown.Entry.Kind.GO) {
            waiter.pace = entry.epoch();
            return null;
        }
        refundGrant(held);
        return entry.kind() == Cooldown.Entry.Kind.WAIT
                ? Admission.waitUntil(entry.until(), WaitSource.COOLDOWN)
                : Admission.refused(Reason.COOLING_DOWN, entry.until());
    }

    private @Nullable Admission enterLimiter(Gates held, long now, long latest) {
        if (grant == NONE) {
            long patience = Math.min(latest, now + held.limiterPatience());
            grant = held.limiter().reserve(now, Math.max(now, patience));
        } else if (grant <= now) {
            grant = confirmed(held.limiter(), now, latest);
        }
        if (grant == Limiter.REFUSED) {
            grant = NONE;
            giveBack(held, now);
            return Admission.refused(Reason.RATE_LIMITED, held.limiter().earliest(now));
        }
        if (grant > now) {
            // Others may go meanwhile: a place in a paced reopening is not held while waiting for something else.
            leavePace(held, now);
            waiting();
            return Admission.waitUntil(grant, WaitSource.RATE_LIMIT);
        }
        return null;
    }

    private long confirmed(Limiter limiter, long now, long latest) {
        long confirmed = limiter.confirm(grant, now);
        if (confirmed <= Math.max(now, latest)) {
            return confirmed;
        }
        limiter.refund(confirmed);
        return Limiter.REFUSED;
    }

    /** A wait that is about to begin, or to go on: nobody has woken it yet. */
    private PermitWait waiting() {
        PermitWait waiter = wait;
        if (waiter == null) {
            waiter = new PermitWait();
            wait = waiter;
        }
        waiter.sleepAgain();
        return waiter;
    }

    /**
     * Takes what is free without waiting for anything, for a request that goes through whatever the answer; tells what
     * {@link #enter} would have said.
     */
    Admission observe(long now) {
        Gates held = held();
        long closed = held.cooldown().closedUntil(now);
        long open = held.breaker().openUntil(now);
        long granted = held.limiter().reserve(now, now);
        grant = granted == Limiter.REFUSED ? NONE : granted;
        token = open == Breaker.NOT_OPEN ? held.breaker().tryAcquire() : null;
        if (closed > 0) {
            return Admission.refused(Reason.COOLING_DOWN, closed);
        }
        if (token == null) {
            return Admission.refused(Reason.CIRCUIT_OPEN, open == Breaker.NOT_OPEN ? Admission.UNKNOWN : open);
        }
        return granted == Limiter.REFUSED
                ? Admission.refused(Reason.RATE_LIMITED, held.limiter().earliest(now))
                : Admission.GO;
    }

    /**
     * The attempt has ended.
     *
     * @param mark what it counts for in the breaker
     * @param durationNanos how long it took; 0 where nobody measured
     * @param cause what the client threw, or null
     * @param answered whether a response head arrived
     * @param throttled whether that asked to come back later
     * @param sent false where it is certain that the server saw nothing: then the rate permit goes back
     * @param now the ticker's time; only read where {@link #paced} or {@link #timed}
     */
    public void settle(
            BreakerMark mark,
            long durationNanos,
            @Nullable Throwable cause,
            boolean answered,
            boolean throttled,
            boolean sent,
            long now) {
        Gates held = gates;
        gates = null;
        if (held == null) {
            return;
        }
        settleBreaker(held.breaker(), mark, durationNanos, cause);
        if (!sent) {
            refundGrant(held);
        } else if (grant != NONE) {
            held.limiter().arrived(grant, now);
        }
        PermitWait waiter = wait;
        if (waiter == null || waiter.pace == 0) {
            return;
        }
        if (answered) {
            held.cooldown().answered(waiter.pace, throttled, now);
        } else {
            held.cooldown().lost(waiter.pace, now);
        }
    }

    private void settleBreaker(Breaker breaker, BreakerMark mark, long durationNanos, @Nullable Throwable cause) {
        Object taken = token;
        if (taken == null) {
            return;
        }
        switch (mark) {
            case SUCCESS -> breaker.success(taken, durationNanos);
            case FAILURE -> breaker.failure(taken, durationNanos, cause);
            case NEUTRAL -> breaker.neutral(taken);
            case NONE -> breaker.release(taken);
        }
    }

    /**
     * The attempt was never begun, or nobody will ever tell how it ended: everything goes back.
     *
     * @param now the ticker's time
     */
    public void cancel(long now) {
        Gates held = gates;
        gates = null;
        if (held != null) {
            giveBack(held, now);
        }
    }

    private void giveBack(Gates held, long now) {
        Object taken = token;
        token = null;
        if (taken != null) {
            held.breaker().release(taken);
        }
        refundGrant(held);
        leavePace(held, now);
        PermitWait waiter = wait;
        if (waiter != null) {
            held.cooldown().leave(waiter, now);
        }
    }

    private void leavePace(Gates held, long now) {
        PermitWait waiter = wait;
        if (waiter != null && waiter.pace > 0) {
            int epoch = waiter.pace;
            waiter.pace = 0;
            held.cooldown().lost(epoch, now);
        }
    }

    private void refundGrant(Gates held) {
        long taken = grant;
        grant = NONE;
        if (taken != NONE) {
            held.limiter().refund(taken);
        }
    }
}
