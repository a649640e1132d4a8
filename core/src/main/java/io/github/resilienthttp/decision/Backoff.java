// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.policy.Jitter;
import io.github.resilienthttp.policy.Policy;

/**
 * The engine's own wait before a retry: exponential, capped, and jittered after the cap so that the jitter survives it.
 * Pure, immutable, thread-safe; no argument overflows it.
 */
final class Backoff {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final double initialNanos;
    private final double multiplier;
    private final double maxNanos;
    private final Jitter jitter;

    /**
     * Prepares the back-off of one policy.
     *
     * @param settings initial and max up to 292 years
     * @throws ArithmeticException if a duration is longer than that
     */
    Backoff(Policy.Backoff settings) {
        this.initialNanos = settings.initial().toNanos();
        this.multiplier = settings.multiplier();
        this.maxNanos = settings.max().toNanos();
        this.jitter = settings.jitter();
    }

    /**
     * Computes the longest wait after an attempt: {@code min(max, initial × multiplier^(attempt-1))}.
     *
     * @param attempt the number of the attempt that ended, from 1
     * @return nanoseconds, 0 or more
     */
    long ceilingNanos(int attempt) {
        // A double saturates at infinity where a long would wrap round.
        return (long) Math.min(maxNanos, initialNanos * Math.pow(multiplier, attempt - 1.0));
    }

    /**
     * Computes the wait after an attempt, rounded up to a millisecond.
     *
     * @param attempt the number of the attempt that ended, from 1
     * @param random from 0 inclusive to 1 exclusive
     * @return nanoseconds, 0 or more
     */
    long nanos(int attempt, double random) {
        double ceiling = ceilingNanos(attempt);
        double nanos =
                switch (jitter) {
                    case FULL -> ceiling * random;
                    case EQUAL -> ceiling / 2 + ceiling / 2 * random;
                    case NONE -> ceiling;
                };
        return (long) Math.ceil(nanos / NANOS_PER_MILLI) * NANOS_PER_MILLI;
    }
}
