// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * The event loop: clocks that jump from one planned event to the next. Events of one moment run in the order of
 * planning.
 */
final class SimulatedTime implements Time, Timer {
    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
    /** More than 0, so that 0 can mean "never" as it does on the system's clocks. */
    static final long START = Duration.ofSeconds(1).toNanos();

    private final PriorityQueue<Event> events = new PriorityQueue<>(SimulatedTime::order);
    private long nanos = START;
    private long planned;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return ZERO.plusNanos(nanos);
    }

    @Override
    public void park(long until) {
        throw new IllegalStateException("nothing may block in simulated time");
    }

    @Override
    public Planned start(long at, Runnable action) {
        Event event = new Event(Math.max(at, nanos), planned++, action);
        events.add(event);
        return event;
    }

    void in(long delay, Runnable action) {
        start(nanos + delay, action);
    }

    @Override
    public boolean closed() {
        return false;
    }

    /** Runs what is planned up to that time, and what that plans; the clocks then show it. */
    void runUntil(long end) {
        for (Event next = events.peek(); next != null && next.at <= end; next = events.peek()) {
            events.poll();
            if (!next.off) {
                nanos = next.at;
                next.action.run();
            }
        }
        nanos = Math.max(nanos, end);
    }

    private static int order(Event one, Event other) {
        return one.at == other.at ? Long.compare(one.number, other.number) : Long.compare(one.at, other.at);
    }

    private static final class Event implements Planned {
        private final long at;
        private final long number;
        private final Runnable action;
        private boolean off;

        Event(long at, long number, Runnable action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        @Override
        public void cancel() {
            off = true;
        }
    }
}
