// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that passes only when a test says so, or when somebody waits: a wait moves the clocks to its end at once, running
 * what was planned for the way there. For one thread at a time.
 */
public final class FakeTime implements Time {
    private record Event(long at, Runnable action) {}

    private final Instant start;
    private final long startNanos = Duration.ofSeconds(1).toNanos();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private Duration skew = Duration.ZERO;
    private long nanos = startNanos;

    /** Clocks that show 2026-01-01. */
    public FakeTime() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Clocks that show the given instant. */
    public FakeTime(Instant start) {
        this.start = start;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos - startNanos).plus(skew);
    }

    @Override
    public void park(long until) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Event next = events.peek();
        if (next != null && next.at <= until) {
            moveTo(next.at);
        } else {
            moveTo(until);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Lets time pass, running what was planned for it. */
    public void advance(Duration duration) {
        moveTo(nanos + duration.toNanos());
    }

    /** Plans something for a time from now. */
    public void in(Duration delay, Runnable action) {
        events.add(new Event(nanos + delay.toNanos(), action));
    }

    /** Sets the wall clock off; the ticker knows nothing of it. */
    public void skewWallClock(Duration by) {
        skew = skew.plus(by);
    }

    private void moveTo(long until) {
        Event next = events.peek();
        while (next != null && next.at <= until) {
            events.poll();
            nanos = Math.max(nanos, next.at);
            next.action.run();
            next = events.peek();
        }
        nanos = Math.max(nanos, until);
    }
}
