// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/** How another library decides: the state that the calls of one process share. */
interface RetryRule {
    long GIVE_UP = -1;

    /** A call begins; the time is in nanoseconds. */
    OneCall begin(long now);

    /** The state of one call. */
    interface OneCall {
        /** After an attempt that failed: nanoseconds to wait for the next, or {@link #GIVE_UP}. */
        long failed(Reply answer, double random, long now);

        /** After the attempt that did not. */
        default void succeeded() {}
    }
}
