// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

/** The time since a moment that two processes of a machine agree on, to a millisecond. */
record Stopwatch(long zero) {
    /** Begins at that time of the wall clock, read once: it may be set while the storm lasts. */
    static Stopwatch from(long epochMillis) {
        return new Stopwatch(System.nanoTime() + (epochMillis - System.currentTimeMillis()) * 1_000_000);
    }

    /** In nanoseconds; below 0 before it begins. */
    long sinceZero() {
        return System.nanoTime() - zero;
    }

    /** The same, 0 before it begins. */
    long nanos() {
        return Math.max(0, sinceZero());
    }
}
