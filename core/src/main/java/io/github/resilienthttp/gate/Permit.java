package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The leave of one attempt to be sent: its breaker permit, its rate permit, its place in a paced reopening. Settled exactly
 * once, however often it is asked to. Used by one thread at a time, but for {@link #wake}, which comes from any.
 */
public final class Permit implements Cooldown.Waiter {
    /** No grant of the limiter is held. */
    private static final long NONE = -1;

    private static final VarHandle SETTLED;

    static {
        try {
            SETTLED = MethodHandles.lookup().findVarHandle(Permit.class, "settled", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Gates gates;
    private long grant = NONE;
    private @Nullable Object token;
    private int pace;
    private volatile boolean woken;
    private volatile @Nullable Runnable waker;

    @SuppressWarnings("unused") // through SETTLED
    private volatile boolean settled;

    Permit(Gates gates) {
        this.gates = gates;
    }

    /** What to run, once, when this attempt may ask again sooner than it was told. Runs at once where that is so already. */
    public void onWake(Runnable action) {
        waker = action;
        if (woken) {
            action.run();
        }
    }

    /** Whether this attempt may ask again whatever time it was told. */
    public boolean woken() {
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

    /** Whether the attempt takes part in a paced reopening: its end needs the time. */
    public boolean paced() {
        return pace > 0;
    }

    /** Whether the breaker wants to know how long the attempt took. */
    public boolean timed() {
        return gates.breaker().timed();
    }

    void sleepAgain() {
        woken = false;
        waker = null;
    }

    /** Takes what is needed to send now, or tells when to ask again, or refuses; a refusal leaves nothing behind. */
    Admission enter(long now, long latest) {
        if (pace == 0 && !gates.cooldown().open()) {
            Admission held = enterCooldown(now, latest);
            if (held != null) {
                return held;
            }
        }
        long openUntil = gates.breaker().openUntil(now);
        if (openUntil != Breaker.NOT_OPEN) {
            giveBack(now);
            return Admission.refused(Reason.CIRCUIT_OPEN, openUntil);
        }
        Admission rate = enterLimiter(now, latest);
        if (rate != null) {
            return rate;
        }
        // Last, so that a half-open permit is never held while waiting.
        token = gates.breaker().tryAcquire();
        if (token == null) {
            giveBack(now);
            long until = gates.breaker().openUntil(now);
            return Admission.refused(
                    Reason.CIRCUIT_OPEN,
                    until == Breaker.NOT_OPEN ? Admission.UNKNOWN : until);
        }
        return Admission.GO;
    }

    private @Nullable Admission enterCooldown(long now, long latest) {
        sleepAgain();
        Cooldown.Entry entry = gates.cooldown().enter(this, now, latest);
        if (entry.kind() == Cooldown.Entry.Kind.GO) {
            pace = entry.epoch();
            return null;
        }
        refundGrant();
        return entry.kind() == Cooldown.Entry.Kind.WAIT
                ? Admission.waitUntil(entry.until(), WaitSource.COOLDOWN)
                : Admission.refused(Reason.COOLING_DOWN, entry.until());
    }

    private @Nullable Admission enterLimiter(long now, long latest) {
        if (grant == NONE) {
            long patience = Math.min(latest, now + gates.limiterPatience());
            grant = gates.limiter().reserve(now, Math.max(now, patience));
            if (grant == Limiter.REFUSED) {
                giveBack(now);
                return Admission.refused(
                        Reason.RATE_LIMITED, gates.limiter().earliest(now));
            }
        }
        if (grant > now) {
            // Others may go meanwhile: a place in a paced reopening is not held while waiting for something else.
            leavePace(now);
            sleepAgain();
            return Admission.waitUntil(grant, WaitSource.RATE_LIMIT);
        }
        return null;
    }

    /**
     * Takes what is free without waiting for anything, for a request that goes through whatever the answer; tells what
     * {@link #enter} would have said.
     */
    Admission observe(long now) {
        long closed = gates.cooldown().closedUntil(now);
        long open = gates.breaker().openUntil(now);
        grant = gates.limiter().reserve(now, now);
        token = open == Breaker.NOT_OPEN ? gates.breaker().tryAcquire() : null;
        if (closed > 0) {
            return Admission.refused(Reason.COOLING_DOWN, closed);
        }
        if (token == null) {
            return Admission.refused(Reason.CIRCUIT_OPEN, open);
        }
        return grant == Limiter.REFUSED
                ? Admission.refused(
                        Reason.RATE_LIMITED, gates.limiter().earliest(now))
                : Admission.GO;
    }

    /**
     * The attempt has ended.
     *
     * @param answered whether a response head arrived
     * @param throttled whether that asked to come back later
     * @param sent false where it is certain that the server saw nothing: then the rate permit goes back
     * @param now the ticker's time; only read where {@link #paced}
     */
    public void settle(
            BreakerMark mark,
            long durationNanos,
            @Nullable Throwable cause,
            boolean answered,
            boolean throttled,
            boolean sent,
            long now) {
        if (!SETTLED.compareAndSet(this, false, true)) {
            return;
        }
        settleBreaker(mark, durationNanos, cause);
        if (!sent) {
            refundGrant();
        }
        if (pace > 0) {
            if (answered) {
                gates.cooldown().answered(pace, throttled, now);
            } else {
                gates.cooldown().lost(pace, now);
            }
        }
    }

    private void settleBreaker(BreakerMark mark, long durationNanos, @Nullable Throwable cause) {
        Object held = token;
        if (held == null) {
            return;
        }
        switch (mark) {
            case SUCCESS -> gates.breaker().success(held, durationNanos);
            case FAILURE -> gates.breaker().failure(held, durationNanos, cause);
            case NEUTRAL -> gates.breaker().neutral(held);
            case NONE -> gates.breaker().release(held);
        }
    }

    /** The attempt was never begun, or nobody will ever tell how it ended: everything goes back. */
    public void cancel(long now) {
        if (SETTLED.compareAndSet(this, false, true)) {
            giveBack(now);
        }
    }

    private void giveBack(long now) {
        Object held = token;
        token = null;
        if (held != null) {
            gates.breaker().release(held);
        }
        refundGrant();
        leavePace(now);
        gates.cooldown().leave(this, now);
    }

    private void leavePace(long now) {
        int held = pace;
        pace = 0;
        if (held > 0) {
            gates.cooldown().lost(held, now);
        }
    }

    private void refundGrant() {
        long held = grant;
        grant = NONE;
        if (held != NONE) {
            gates.limiter().refund(held);
        }
    }
}
