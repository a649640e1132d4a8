// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two engines that share an application's registries and begin at the same moment. */
class EnginesAtOnceTest {
    private static final int ROUNDS = 2000;

    @Test
    void neitherLosesTheCallsItCounts() throws Exception {
        Resilience4jRegistries registries = Resilience4jRegistries.own();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Void> engine = () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    together.await();
                    registries.retry("client " + round).succeeded();
                }
                return null;
            };
            Future<Void> one = threads.submit(engine);
            Future<Void> other = threads.submit(engine);
            one.get();
            other.get();
        } finally {
            threads.shutdownNow();
        }

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(registries
                            .retries()
                            .retry("client " + round)
                            .getMetrics()
                            .getNumberOfSuccessfulCallsWithoutRetryAttempt())
                    .isEqualTo(2);
        }
    }
}
