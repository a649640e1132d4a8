// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

/** A call that was begun. Thread-safe. */
public interface Running {
    /**
     * Waits for its end as its caller sees it.
     *
     * @return the response, body read to its end, or the exception
     * @throws AssertionError where it has not ended within 20 s
     */
    Ending await();

    /** {@return whether its caller has seen its end} */
    boolean isDone();

    /** Cancels it, as one does with this client; without effect once it has ended. Needs {@link Trait#CANCEL}. */
    void cancel();

    /** Interrupts the thread that it runs on. Needs {@link Trait#INTERRUPT}. */
    void interrupt();
}
