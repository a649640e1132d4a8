package io.github.resilienthttp.call;

/**
 * Runs an action when an attempt overruns, cheaply enough to guard each one. Thread-safe; its one daemon thread starts with the
 * first guard. Never early; at most some 10 ms late.
 */
public final class Watchdog implements AutoCloseable {
    /** Something that can be called off. */
    public interface Guard {
        /** Calls it off. True where the action has not run and will not. */
        boolean disarm();
    }

    /** {@code action} runs on the watchdog's thread at the ticker time {@code at}; it must not block. */
    public Guard arm(long at, Runnable action) {
        throw new AssertionError();
    }

    @Override
    public void close() {}
}
