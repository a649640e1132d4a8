// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class SerialInterleavingTest {
    /** Not thread-safe, on purpose. */
    private static final class Count {
        private int running;
        private int ran;

        void up() {
            running++;
            require(running == 1, "two run at once");
            ran++;
            running--;
        }
    }

    @Test
    void tasksOfTwoThreadsAllRunAndNeverAtOnce() {
        explore(() -> {
            Serial serial = new Serial();
            Count count = new Count();

            together(
                    () -> {
                        serial.run(count::up);
                        serial.run(count::up);
                    },
                    () -> serial.run(() -> serial.run(count::up)));

            serial.run(() -> require(count.ran == 3, "ran " + count.ran + " of 3"));
        });
    }
}
