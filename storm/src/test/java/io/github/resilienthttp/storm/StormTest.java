// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.policy.Policy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final Policy DEFAULTS = Policy.builder("ours").build();

    @Test
    void aSeedDeterminesEverything() throws InterruptedException {
        // A window of time is what depends on where within a second the clock of a breaker stands.
        Policy policy =
                Policy.builder("ours").set("circuit-breaker.window", "10s").build();
        Scenario scenario = Scenarios.overload(50, 100).withClients(7);
        StormResult first = Storm.run(scenario, Contenders.engine(policy), 5);
        Thread.sleep(350);
        assertThat(Storm.run(scenario, Contenders.engine(policy), 5)).isEqualTo(first);
        assertThat(Storm.run(scenario, Contenders.engine(policy), 6).seconds()).isNotEqualTo(first.seconds());
    }

    @Test
    void allContendersMeetTheSameCalls() {
        List<List<Integer>> arrivals = Contenders.peers().stream()
                .map(contender -> Storm.run(Scenarios.brownout(), contender, 3).seconds().stream()
                        .map(Second::calls)
                        .toList())
                .distinct()
                .toList();
        assertThat(arrivals).hasSize(1);
    }

    @Test
    void callsArriveAtTheirRatesAndEachEndsOnce() {
        StormResult result = Storm.run(Scenarios.overload(50, 100), Contenders.none(), 1);
        assertThat(result.seconds()).hasSize(120);
        int calm =
                result.seconds().subList(0, 20).stream().mapToInt(Second::calls).sum();
        int storm = result.seconds().subList(20, 30).stream()
                .mapToInt(Second::calls)
                .sum();
        assertThat(calm / 20.0).isCloseTo(50, within(6.0));
        assertThat(storm / 10.0).isCloseTo(100, within(12.0));
        assertThat(result.requests()).isEqualTo(result.calls());
        Scenario quiet = Scenarios.outage().withWeather(Weather.FAIR);
        assertThat(Storm.run(quiet, Contenders.none(), 1).endedWell())
                .as("those that arrive last end too")
                .isEqualTo(Storm.run(quiet, Contenders.none(), 1).calls());
    }

    @Test
    void aHundredClientsForTwoMinutesAreAMatterOfSeconds() {
        Scenario scenario = Scenarios.overload()
                .withClients(100)
                .withCalls(1000, 2000)
                .withServer(ServerModel.loadedLatency(Duration.ofSeconds(1), Duration.ofNanos(400_000)));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        StormResult result = Storm.run(scenario, Contenders.engine(DEFAULTS), 1);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(result.calls()).isBetween(125_000, 135_000);
        assertThat(Duration.ofNanos(cpu)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aPolicyThatIsOffOrObservesChangesNothing() {
        StormResult none = Storm.run(Scenarios.brownout(), Contenders.none(), 2);
        for (String mode : List.of("off", "observe")) {
            Policy policy = Policy.builder("ours").set("mode", mode).build();
            assertThat(Storm.run(Scenarios.brownout(), Contenders.engine(policy), 2)
                            .seconds())
                    .as(mode)
                    .isEqualTo(none.seconds());
        }
    }

    @Test
    void theAttemptTimeoutOfThePolicyHoldsWhereItIsShorter() {
        Policy hasty = Policy.builder("hasty")
                .timeoutAttempt(Duration.ofMillis(900))
                .maxAttempts(1)
                .set("circuit-breaker.enabled", "false")
                .build();
        assertThat(Storm.run(Scenarios.overload(), Contenders.engine(hasty), 1).endedWell())
                .as("a lone request takes a second")
                .isZero();
    }

    @Test
    void aPolicyThatNeedsTheApplicationCannotBeSimulated() {
        Policy policy = Policy.builder("ours")
                .set("circuit-breaker.instance", "elsewhere")
                .build();
        assertThatThrownBy(() -> Storm.run(Scenarios.outage(), Contenders.engine(policy), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }
}
