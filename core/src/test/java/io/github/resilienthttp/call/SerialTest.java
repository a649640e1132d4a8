// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class SerialTest {
    private final Serial serial = new Serial();
    private int plain;

    @Test
    void whatATaskStartsComesAfterIt() {
        List<String> order = new ArrayList<>();
        serial.run(() -> {
            serial.run(() -> order.add("inner"));
            order.add("outer");
        });
        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    void aChainOfAMillionTasksNeedsNoStack() {
        serial.run(this::again);
        assertThat(plain).isEqualTo(1_000_000);
    }

    private void again() {
        if (++plain < 1_000_000) {
            serial.run(this::again);
        }
    }

    @Test
    void tasksOfManyThreadsRunOneAtATime() throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(4);
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (Exception interrupted) {
                    return;
                }
                for (int task = 0; task < 50_000; task++) {
                    serial.run(() -> plain++);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        serial.run(() -> assertThat(plain).isEqualTo(200_000));
        assertThat(plain).isEqualTo(200_000);
    }
}
