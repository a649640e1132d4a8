// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks;

/** One way to make a call, ready to be measured. Thread-safe. */
@FunctionalInterface
@SuppressWarnings("try")
public interface Subject extends AutoCloseable {
    /**
     * Makes one call.
     *
     * @param lane the number of the thread, from 0: for subjects that give each thread something of its own
     * @return the status, or 0 where the call was refused
     * @throws Exception where the call failed in a way that the subject does not expect
     */
    int call(int lane) throws Exception;

    @Override
    default void close() throws Exception {}
}
