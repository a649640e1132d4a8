// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.Policy;

/**
 * Keeps a scope quiet until the time a server named, then lets its calls back one, two, four, … at a time. Times as in
 * {@link Limiter}. Thread-safe; never blocks; costs one volatile read while nothing is closed. Holds no timer and no
 * thread: time passes only by asking, so whoever was told to wait asks again at the time told, or earlier when woken.
 */
interface Cooldown {
    /** The one of a client whose cool-down is switched off: always open. */
    Cooldown NONE = new NoCooldown();

    /** A new one by these settings: {@link #NONE} where it is not enabled. */
    static Cooldown of(Policy.Cooldown settings) {
        return settings.enabled() ? new ScopeCooldown(settings) : NONE;
    }

    /** Whether the scope is open and unpaced: nothing to ask. */
    boolean open();

    /**
     * Asks to send. The same waiter (the same object) asks again after each wait, and must end with a {@code GO}, a
     * {@code REFUSED} or {@link #leave}. Until then it keeps its place in the line, and its longest wait counts from
     * the first time it asked. Asking too early or too often is harmless.
     *
     * @param latest the ticker time after which waiting is of no use to this caller
     */
    Entry enter(Waiter waiter, long now, long latest);

    /**
     * When the scope reopens, where somebody who has never asked would be refused now because that is too late; else 0, and only
     * {@link #enter} knows. Leaves nothing behind; takes no lock, since refusals come by the thousand.
     */
    long turnedAwayUntil(long now, long latest);

    /** The waiter gives up: it loses its place, or hands on the role it was given. Harmless where it has neither. */
    void leave(Waiter waiter, long now);

    /**
     * A paced attempt (epoch of its {@code GO} above 0) got a response. Its slot is free. Each {@code GO} is settled
     * once, here or by {@link #lost}; one of an earlier epoch changes nothing.
     */
    void answered(int epoch, boolean throttled, long now);

    /** A paced attempt was lost, cancelled or never sent. Its slot is free, its role goes to the next. */
    void lost(int epoch, long now);

    /**
     * The server named a time: closes until then, or extends; never shortens. Bounded by the longest hold. Those who
     * wait and can no longer be served in time are woken, so that they are refused now.
     */
    void close(long until, long now);

    /** By hand: ends a closure now, probe first. Changes nothing where none is on. */
    void reopen(long now);

    /** When the scope reopens, or 0 where it is not closed at {@code now}. */
    long closedUntil(long now);

    /**
     * Whether it is open, or at {@code now} could be: the time has passed, nobody waits and nothing paced is in flight.
     * Forgetting it would then lose no more than the courtesy of sending one call first.
     */
    boolean idle(long now);

    /** How many calls wait here; those already called up do not count. */
    int waiting();

    /**
     * Someone who waits here, known by identity. {@code wake} is called at most once per wait, holding no lock, on the
     * thread of any other caller; it must neither block nor throw. It may come before {@link #enter} has returned, or
     * late, when its waiter has already asked again: to ask once more is always right.
     */
    interface Waiter {
        void wake();
    }

    /**
     * The answer to who asks.
     *
     * @param kind what to do
     * @param until WAIT: the time to ask again at the latest; REFUSED: before that it is of no use to come back
     * @param epoch GO: 0 where unpaced, else what to give to {@link #answered} or {@link #lost}
     */
    record Entry(Kind kind, long until, int epoch) {
        /** Go, and nobody wants to know how it went. */
        static final Entry UNPACED = go(0);

        static Entry go(int epoch) {
            return new Entry(Kind.GO, 0, epoch);
        }

        static Entry waitUntil(long until) {
            return new Entry(Kind.WAIT, until, 0);
        }

        static Entry refused(long until) {
            return new Entry(Kind.REFUSED, until, 0);
        }

        enum Kind {
            GO,
            WAIT,
            REFUSED
        }
    }
}
