// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** Whoever comes after a step that has ended, on another thread. */
final class NextThread {
    private NextThread() {}

    /** Whether the task is done without waiting for anything: a lock that nobody gave back is waited for without end. */
    static boolean isLetIn(Runnable task) {
        Thread next = new Thread(task, "next");
        next.setDaemon(true);
        next.start();
        Thread.State state = next.getState();
        while (state != Thread.State.TERMINATED && state != Thread.State.WAITING) {
            Thread.onSpinWait();
            state = next.getState();
        }
        return state == Thread.State.TERMINATED;
    }
}
