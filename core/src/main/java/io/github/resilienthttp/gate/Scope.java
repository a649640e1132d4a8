// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Internal;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/** What the calls under one key share: breaker, cool-down, budget, rate limit. Thread-safe. */
@Experimental
public final class Scope {
    private static final AtomicIntegerFieldUpdater<Scope> PINS =
            AtomicIntegerFieldUpdater.newUpdater(Scope.class, "pins");
    private static final AtomicLongFieldUpdater<Scope> LAST_USED =
            AtomicLongFieldUpdater.newUpdater(Scope.class, "lastUsed");
    private static final int RETIRED = -1;
    private static final long LONG_UNUSED_NANOS = 600_000_000_000L;

    private final ScopeKey key;
    private final String label;
    private volatile Gates gates;
    private volatile int pins;
    private volatile long lastUsed;

    Scope(ScopeKey key, String label, Gates gates) {
        this.key = key;
        this.label = label;
        this.gates = gates;
    }

    /** {@return its name, fit for logs: secrets in it stand as a hash} */
    public String label() {
        return label;
    }

    Gates gates() {
        return gates;
    }

    ScopeKey key() {
        return key;
    }

    boolean is(String scheme, String host, int port, @Nullable String extra) {
        return key.is(scheme, host, port, extra);
    }

    /** Keeps it from being forgotten; false where it already is. */
    boolean tryPin(long now) {
        for (; ; ) {
            int held = pins;
            if (held == RETIRED) {
                return false;
            }
            if (PINS.compareAndSet(this, held, held + 1)) {
                // Read only of scopes without a pin: unpinning publishes it, so this need not fence.
                LAST_USED.lazySet(this, now);
                return true;
            }
        }
    }

    /** The call that was given this scope has ended. */
    @Internal
    public void unpin() {
        PINS.decrementAndGet(this);
    }

    /** {@return calls under way} */
    public int active() {
        return Math.max(0, pins);
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Whether forgetting it would change nothing for anybody. */
    boolean idle(long now) {
        return pins == 0 && atRest(now);
    }

    private boolean atRest(long now) {
        Gates held = gates;
        return circuitIdle(held.breaker(), now)
                && held.cooldown().idle(now)
                && held.limiter().idle(now)
                && held.budget().full(now);
    }

    /** A breaker leaves its open state only when somebody tries: one that nobody has tried for long must not stay for ever. */
    private boolean circuitIdle(Breaker breaker, long now) {
        return switch (breaker.state()) {
            case CLOSED, DISABLED -> true;
            case OPEN, HALF_OPEN -> breaker.openUntil(now) == Breaker.NOT_OPEN && now - lastUsed > LONG_UNUSED_NANOS;
            case ISOLATED -> false;
        };
    }

    /**
     * Makes sure nobody enters any more; false where somebody is inside, or has been since it was seen idle and left
     * something behind that must not be forgotten.
     */
    boolean retire(long now) {
        if (!PINS.compareAndSet(this, 0, RETIRED)) {
            return false;
        }
        if (atRest(now)) {
            return true;
        }
        pins = 0;
        return false;
    }

    void reconfigure(GatesFactory factory) {
        gates = factory.create(label, gates);
    }

    /** {@return a permit for one attempt, nothing taken yet} */
    @Internal
    public Permit permit() {
        return new Permit(gates);
    }

    /**
     * Asks for leave to send: cool-down, then breaker, then rate limit.
     *
     * @param now the ticker's time
     * @param latest the ticker time after which waiting is of no use to the caller
     * @param permit the permit of the attempt
     * @return leave, a wait, or a refusal
     */
    @Internal
    public Admission enter(Permit permit, long now, long latest) {
        return permit.enter(now, latest);
    }

    /**
     * What {@link #enter} would say, for a request that goes through whatever that is.
     *
     * @param now the ticker's time
     * @param permit the permit of the attempt
     * @return what would have been said
     */
    @Internal
    public Admission observe(Permit permit, long now) {
        return permit.observe(now);
    }

    /** A success: earns a share of an extra attempt. */
    @Internal
    public void deposit() {
        gates.budget().deposit();
    }

    /**
     * Pays for one extra attempt, or returns false.
     *
     * @param now the ticker's time
     * @return whether it was paid
     */
    @Internal
    public boolean withdraw(long now) {
        return gates.budget().withdraw(now);
    }

    /**
     * The server named a time: nothing is sent before it.
     *
     * @param now the ticker's time
     * @param until the ticker time it named
     */
    @Internal
    public void close(long until, long now) {
        gates.cooldown().close(until, now);
    }

    /**
     * The ticker time at which the cool-down ends, or 0 where it is not closed.
     *
     * @param now the ticker's time
     * @return the time, or 0
     */
    public long closedUntil(long now) {
        return gates.cooldown().closedUntil(now);
    }

    /**
     * The earliest ticker time at which the rate limit has a permit, if nobody else takes it; 0 where one that is asked for
     * at {@code begins} would be waited for. Takes nothing.
     *
     * @param begins when the attempt would ask
     * @param latest the latest time it could use a permit
     * @param now the ticker's time
     * @return the time, or 0
     */
    @Internal
    public long limitedUntil(long begins, long latest, long now) {
        Gates held = gates;
        long earliest = held.limiter().earliest(now);
        return earliest > Math.min(latest, begins + held.limiterPatience()) ? earliest : 0;
    }

    /**
     * The ticker time at which the breaker may be tried, {@link Admission#UNKNOWN}, or 0 where it is not open.
     *
     * @param now the ticker's time
     * @return the time, or 0
     */
    public long openUntil(long now) {
        long until = gates.breaker().openUntil(now);
        return until == Breaker.NOT_OPEN ? 0 : until;
    }

    /**
     * What it looks like now.
     *
     * @param now the ticker's time
     * @return a snapshot
     */
    public ScopeState state(long now) {
        Gates held = gates;
        return new ScopeState(
                label,
                held.breaker().seen(now),
                closedUntil(now),
                held.cooldown().waiting(),
                held.budget().level(now),
                active());
    }

    /**
     * By hand: ends the cool-down, probe first.
     *
     * @param now the ticker's time
     */
    public void reopen(long now) {
        gates.cooldown().reopen(now);
    }

    /** By hand: opens the breaker until {@link #closeCircuit}. */
    public void isolate() {
        gates.breaker().isolate();
    }

    /** By hand: closes the breaker. */
    public void closeCircuit() {
        gates.breaker().close();
    }
}
