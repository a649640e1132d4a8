// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Many processes that know nothing of each other. What counts is how many calls a process makes for each token that its
 * budget starts with: a full budget in each of many small clients is retries for all.
 */
class FleetTest {
    private static final Scenario SPIKE = Scenarios.overload();
    private static final int RUNS = 3;

    private static Contender withCapacity(int tokens) {
        return Contenders.engine(
                Policy.builder("capacity-" + tokens).budgetCapacity(tokens).build());
    }

    @Test
    void aFleetOfBusyClientsIsAsGentleAsOne() {
        // A server 25 times as large for a hundred clients of 10 calls a second each.
        Scenario busy = SPIKE.withClients(100)
                .withCalls(1000, 2000)
                .withServer(ServerModel.loadedLatency(Duration.ofSeconds(1), Duration.ofNanos(400_000)));
        Runs runs = Runs.of(busy, Runs.OURS, 2);
        assertThat(runs.highest(StormResult::amplificationAfter)).isLessThanOrEqualTo(1.1);
        assertThat(runs.recoveredWithin(20)).isEqualTo(2);
    }

    @Test
    void aHundredSmallClientsExceedTheMarkAndRecoverLate() {
        Runs runs = Runs.of(SPIKE.withClients(100), Runs.OURS, RUNS);
        assertThat(runs.mean(StormResult::amplificationAfter)).isBetween(1.1, 1.5);
        assertThat(runs.recovered()).isEqualTo(RUNS);
        assertThat(runs.recoveredWithin(20)).isZero();
    }

    @Test
    void aThousandOfThemRecoverOnlyWithASmallBudget() {
        Scenario tiny = SPIKE.withClients(1000);
        assertThat(Runs.of(tiny, Runs.OURS, RUNS).recovered()).isZero();
        assertThat(Runs.of(tiny, withCapacity(1), RUNS).recoveredWithin(30)).isEqualTo(RUNS);
    }

    @Test
    void aSmallerBudgetKeepsAHundredSmallClientsWithinTheMark() {
        Runs runs = Runs.of(SPIKE.withClients(100), withCapacity(2), RUNS);
        assertThat(runs.highest(StormResult::amplificationAfter)).isLessThanOrEqualTo(1.1);
        assertThat(runs.recovered()).isEqualTo(RUNS);
    }
}
