package io.github.resilienthttp.gate;

/**
 * Keeps a scope quiet until the time a server named, then lets its calls back one, two, four, … at a time. Times as in
 * {@link Limiter}. Thread-safe; never blocks; costs one volatile read while nothing is closed.
 */
interface Cooldown {
    /** Whether the scope is open and unpaced: nothing to ask. */
    boolean open();

    /**
     * Asks to send. The same waiter asks again after each wait, and must end with a {@code GO} or {@link #leave}.
     *
     * @param latest the ticker time after which waiting is of no use to this caller
     */
    Entry enter(Waiter waiter, long now, long latest);

    /** The waiter gives up: it loses its place, or hands on the role it was given. Harmless where it has neither. */
    void leave(Waiter waiter, long now);

    /** A paced attempt (epoch of its {@code GO} above 0) got a response. Its slot is free. */
    void answered(int epoch, boolean throttled, long now);

    /** A paced attempt was lost, cancelled or never sent. Its slot is free, its role goes to the next. */
    void lost(int epoch, long now);

    /** The server named a time: closes until then, or extends; never shortens. Bounded by the longest hold. */
    void close(long until, long now);

    /** By hand: reopens now, probe first. */
    void reopen(long now);

    /** When the scope reopens, or 0 where it is not closed at {@code now}. */
    long closedUntil(long now);

    /** Whether it is open, unpaced, and nobody waits: forgetting it would change nothing. */
    boolean idle(long now);

    /** How many calls wait here. */
    int waiting();

    /** Someone who waits here; {@code wake} is called at most once per wait, holding no lock, and must not block. */
    interface Waiter {
        void wake();
    }

    /**
     * @param kind what to do
     * @param until WAIT: the time to ask again at the latest; REFUSED: the time before which it is of no use to come back
     * @param epoch GO: 0 where unpaced, else what to give to {@link #answered} or {@link #lost}
     */
    record Entry(Kind kind, long until, int epoch) {
        enum Kind {
            GO,
            WAIT,
            REFUSED
        }
    }
}
