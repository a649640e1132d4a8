// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * Permits per period. All times are nanoseconds of one monotonic ticker that never shows less than 0. Thread-safe; never
 * blocks. Narrow, so that the state can live in a store shared by several processes.
 */
interface Limiter {
    /** What {@link #reserve} returns where the wait would be too long; nothing is taken then. */
    long REFUSED = -1;

    /**
     * Takes a permit and returns the time from which it may be used ({@code now} or later), or {@link #REFUSED} where that
     * would be later than {@code latest}.
     */
    long reserve(long now, long latest);

    /** Gives back a permit that was never used. {@code grant} is what {@link #reserve} returned. */
    void refund(long grant);

    /**
     * The request of a grant has been answered, or given up: at {@code by} at the latest it was with the server. Where that
     * is much later than the grant, the permit counts from then.
     */
    default void arrived(long grant, long by) {}

    /**
     * The time of a reserved grant has come. Returns the time from which it may really be used: {@code now}, or later where
     * what was sent since has reached the server later than it had leave to; then this is the grant to hold.
     */
    default long confirm(long grant, long now) {
        return grant;
    }

    /** Whether {@link #arrived} matters. */
    default boolean timed() {
        return false;
    }

    /** The earliest time at which {@link #reserve} would grant a permit: {@code now} or later. */
    long earliest(long now);

    /** Whether no permit granted so far still counts at {@code now}: forgetting this limiter would change nothing. */
    boolean idle(long now);
}
