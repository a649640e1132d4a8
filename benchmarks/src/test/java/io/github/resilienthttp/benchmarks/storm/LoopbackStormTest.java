// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.storm.Contenders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A few seconds of a storm over real connections, and bounds that hold on any machine. */
class LoopbackStormTest {
    private static CompletableFuture<Measured> run(StagedPolicy policy, StormServerProcess server) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return LoopbackRun.of(StagedStorm.REHEARSAL, policy, 1, server);
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @Test
    void everyRequestIsSeenOnBothSidesAndOursAreFewer() throws Exception {
        Policy policy = Policy.builder("default")
                .timeoutTotal(Duration.ofSeconds(40))
                .timeoutAttempt(Duration.ofSeconds(30))
                .build();
        try (StormServerProcess server = new StormServerProcess()) {
            CompletableFuture<Measured> ours = run(StagedPolicy.engine(policy), server);
            CompletableFuture<Measured> naive = run(StagedPolicy.peer(Contenders.naive(3)), server);

            for (Measured run : List.of(ours.join(), naive.join())) {
                assertThat(run.unended()).isZero();
                assertThat(run.received()).isEqualTo(run.sent()).isPositive();
            }
            int calls = naive.join().result().calls();
            assertThat(naive.join().sent()).as("of %s calls", calls).isBetween(2L * calls, 4L * calls);
            assertThat(ours.join().result().calls()).isEqualTo(calls);
            assertThat(ours.join().sent()).as("of %s calls", calls).isLessThan((long) (1.2 * calls));
            assertThat(naive.join().result().refused()).isZero();
        }
    }
}
