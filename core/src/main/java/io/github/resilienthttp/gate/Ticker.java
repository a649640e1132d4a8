package io.github.resilienthttp.gate;

/**
 * A monotonic clock: nanoseconds since an arbitrary moment, never below 0 and never going back. One engine has exactly
 * one; times of two tickers cannot be compared. Implementations are thread-safe and do not block.
 */
@FunctionalInterface
public interface Ticker {
    /**
     * Reads the clock.
     *
     * @return nanoseconds, 0 or more
     */
    long nanos();

    /**
     * Starts a ticker at 0 that follows {@link System#nanoTime}, so that jumps of the wall clock do not matter.
     *
     * @return a new ticker, with a base of its own
     */
    static Ticker system() {
        long base = System.nanoTime();
        return () -> System.nanoTime() - base;
    }
}
