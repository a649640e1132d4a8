// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, in the order they come, on the threads that bring them: who finds a task running leaves its own to
 * that thread, so what a task starts comes after it and never on top of it. Each task sees what those before it wrote.
 */
final class Serial extends AtomicInteger {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<Serial, @Nullable ConcurrentLinkedQueue> LEFT =
            AtomicReferenceFieldUpdater.newUpdater(Serial.class, ConcurrentLinkedQueue.class, "left");

    /** Made by whoever first finds a task running: most tasks find none. */
    private transient volatile @Nullable ConcurrentLinkedQueue<Runnable> left;

    /** The task must not throw. */
    void run(Runnable task) {
        Runnable next = task;
        if (!compareAndSet(0, 1)) {
            ConcurrentLinkedQueue<Runnable> queue = queue();
            queue.add(task);
            if (getAndIncrement() > 0) {
                return;
            }
            next = queue.poll();
        }
        while (true) {
            if (next != null) {
                next.run();
            }
            if (decrementAndGet() == 0) {
                return;
            }
            next = queue().poll();
        }
    }

    private ConcurrentLinkedQueue<Runnable> queue() {
        ConcurrentLinkedQueue<Runnable> there = left;
        if (there != null) {
            return there;
        }
        ConcurrentLinkedQueue<Runnable> made = new ConcurrentLinkedQueue<>();
        return LEFT.compareAndSet(this, null, made) ? made : queue();
    }
}
