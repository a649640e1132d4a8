// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last frames of a run, for those who come late and for those who wait for the next. Thread-safe. */
final class Frames {
    /** Two minutes, at two a second. */
    private static final int KEPT = 240;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Frame> kept = new ArrayDeque<>();
    private long count;
    private boolean closed;

    /** {@code number} counts from 1. */
    record Frame(long number, String json) {}

    void add(String json) {
        lock.lock();
        try {
            count++;
            kept.addLast(new Frame(count, json));
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Those later than {@code number}, waiting for one if need be; none where it took too long, or this is closed. */
    List<Frame> after(long number, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (count <= number && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return kept.stream().filter(frame -> frame.number() > number).toList();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
