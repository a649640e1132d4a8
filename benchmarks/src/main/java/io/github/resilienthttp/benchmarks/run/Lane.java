// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** Which of the threads this is. */
@State(Scope.Thread)
public class Lane {
    int number;

    /**
     * Asks for the number.
     *
     * @param thread facts of this thread
     */
    @Setup
    public void number(ThreadParams thread) {
        number = thread.getThreadIndex();
    }
}
