package io.github.resilienthttp.decision;

import io.github.resilienthttp.policy.Policy;

/**
 * The engine's own wait before a retry: exponential, capped, and jittered after the cap so that the jitter survives it.
 * Pure, immutable, thread-safe; no argument overflows it.
 */
public final class Backoff {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final double initialNanos;
    private final double multiplier;
    private final double maxNanos;
    private final Policy.Backoff settings;

    /** The back-off of one policy. */
    public Backoff(Policy.Backoff settings) {
        this.settings = settings;
        this.initialNanos = settings.initial().toNanos();
        this.multiplier = settings.multiplier();
        this.maxNanos = settings.max().toNanos();
    }

    /** The longest wait after the n-th attempt, n from 1, in nanoseconds: {@code min(max, initial × multiplier^(n-1))}. */
    public long ceilingNanos(int attempt) {
        // A double saturates at infinity where a long would wrap round.
        return (long) Math.min(maxNanos, initialNanos * Math.pow(multiplier, attempt - 1.0));
    }

    /**
     * The wait after the n-th attempt in nanoseconds, rounded up to a millisecond.
     *
     * @param attempt from 1
     * @param random from 0 inclusive to 1 exclusive
     */
    public long nanos(int attempt, double random) {
        double ceiling = ceilingNanos(attempt);
        double nanos = switch (settings.jitter()) {
            case FULL -> ceiling * random;
            case EQUAL -> ceiling / 2 + ceiling / 2 * random;
            case NONE -> ceiling;
        };
        return (long) Math.ceil(nanos / NANOS_PER_MILLI) * NANOS_PER_MILLI;
    }
}
