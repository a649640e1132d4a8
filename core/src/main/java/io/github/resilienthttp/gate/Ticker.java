package io.github.resilienthttp.gate;

/** A monotonic clock. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since a fixed moment in the past; never below 0, never runs backwards. Thread-safe. */
    long nanos();
}
