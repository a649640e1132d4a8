// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one at a time, in the order they come, on the threads that bring them: who finds a task running leaves its own to
 * that thread, so what a task starts comes after it and never on top of it. Each task sees what those before it wrote.
 */
final class Serial extends AtomicInteger {
    private static final long serialVersionUID = 1L;

    private final transient ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    /** The task must not throw. */
    void run(Runnable task) {
        tasks.add(task);
        if (getAndIncrement() > 0) {
            return;
        }
        do {
            Runnable next = tasks.poll();
            if (next != null) {
                next.run();
            }
        } while (decrementAndGet() > 0);
    }
}
