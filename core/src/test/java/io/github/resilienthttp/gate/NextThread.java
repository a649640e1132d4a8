// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** Whoever comes after a step that has ended, on another thread. */
public final class NextThread {
    private NextThread() {}

    /**
     * Lets it run a task: a lock that nobody gave back is waited for without end.
     *
     * @param task what to do
     * @return whether it was done without waiting for anything
     */
    public static boolean isLetIn(Runnable task) {
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
