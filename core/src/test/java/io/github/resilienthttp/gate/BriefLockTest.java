// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BriefLockTest {
    private final BriefLock lock = new BriefLock();
    private long count;

    @Test
    void threadsThatMeetAllTheTimeLoseNothing() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        List<FutureTask<Void>> counting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counting.add(begun(() -> {
                together.await();
                for (int n = 0; n < 20_000; n++) {
                    add();
                }
            }));
        }

        together.countDown();
        for (FutureTask<Void> task : counting) {
            task.get();
        }

        assertThat(count).isEqualTo(80_000);
    }

    @Test
    void anInterruptedThreadGetsItAndStaysInterrupted() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        lock.lock();
        FutureTask<Void> interrupted = begun(() -> {
            Thread.currentThread().interrupt();
            asking.countDown();
            add();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });

        asking.await();
        assertThat(count).as("while another holds it").isZero();
        lock.unlock();
        interrupted.get();

        assertThat(count).isOne();
    }

    private void add() {
        lock.lock();
        try {
            count++;
        } finally {
            lock.unlock();
        }
    }

    private static FutureTask<Void> begun(Steps steps) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            steps.run();
            return null;
        });
        Thread thread = new Thread(task, "brief-lock");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private interface Steps {
        void run() throws Exception;
    }
}
