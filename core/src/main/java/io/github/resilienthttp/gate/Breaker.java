// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker, driven step by step. A permit is a token: the epoch in which it was taken. Every token is settled
 * exactly once, by one of the four verbs; one of an earlier epoch changes nothing. Thread-safe; never blocks.
 */
interface Breaker {
    /** From {@link #openUntil}: not open. */
    long NOT_OPEN = -1;
    /** From {@link #openUntil}: open, and nobody knows until when (isolated by hand, or not our instance). */
    long UNKNOWN = Long.MAX_VALUE;

    /**
     * Looks without taking a permit: {@link #NOT_OPEN}, or the ticker time at which it may be tried again, or
     * {@link #UNKNOWN}. An open time that has passed reads {@link #NOT_OPEN}.
     */
    long openUntil(long now);

    /** Takes a permit: its token, or null where the breaker refuses. */
    @Nullable
    Object tryAcquire();

    /** {@code durationNanos} 0 where nobody measures slow calls. */
    void success(Object token, long durationNanos);

    void failure(Object token, long durationNanos, @Nullable Throwable cause);

    /** Counts for nothing, but is a success for a half-open breaker: the server did answer. */
    void neutral(Object token);

    /** The permit was not used, or its outcome says nothing about the server. */
    void release(Object token);

    /** Whether durations matter (slow calls are counted). */
    boolean timed();

    State state();

    /** How it looks from outside: one whose open time has passed waits for somebody to try it, and is half-open. */
    default CircuitState seen(long now) {
        return switch (state()) {
            case CLOSED -> CircuitState.CLOSED;
            case OPEN -> CircuitState.OPEN;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            case ISOLATED -> CircuitState.ISOLATED;
            case DISABLED -> CircuitState.DISABLED;
        };
    }

    /** From 0 to 1; NaN where it has not seen enough calls. */
    default double failureRate() {
        return Double.NaN;
    }

    /** Opens it until {@link #close} is called. */
    void isolate();

    void close();

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN,
        /** Isolated by hand. */
        ISOLATED,
        DISABLED
    }
}
