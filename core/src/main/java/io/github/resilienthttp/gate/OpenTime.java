// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How long a breaker stays open, and until when it does. Resilience4j keeps the end to itself; but it asks for the
 * interval exactly when it opens, before anyone can see it open.
 */
final class OpenTime implements IntervalFunction {
    private final Ticker ticker;
    private final long millis;
    private volatile long until;

    OpenTime(Duration openFor, Ticker ticker) {
        this.ticker = ticker;
        // Rounded up: Resilience4j counts whole milliseconds, and 0 would not be an open time at all.
        this.millis = openFor.plusNanos(999_999).toMillis();
    }

    @Override
    public Long apply(Integer attempts) {
        // One more: at the very end it still refuses, it wants to be past it.
        until = ticker.nanos() + millis * 1_000_000 + 1;
        return millis;
    }

    /** The time from which it may be tried again; in the past where it has not opened lately. */
    long until() {
        return until;
    }
}
