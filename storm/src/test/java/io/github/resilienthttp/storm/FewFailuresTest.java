// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that fails at random, whatever the load. */
class FewFailuresTest {
    private static Scenario failing(double rate) {
        return Scenarios.overload()
                .withCalls(40, 40)
                .withServer(ServerModel.loadedLatency(Duration.ofMillis(10), Duration.ZERO)
                        .withFailureRate(rate));
    }

    private static double saved(Runs runs) {
        return runs.mean(run -> run.endedWell() / (double) run.calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void withOnePerCentOursSavesNoFewerThanPlainRetries(int clients) {
        Scenario scenario = failing(0.01).withClients(clients);
        Runs ours = Runs.of(scenario, Runs.OURS);
        assertThat(saved(ours)).isGreaterThanOrEqualTo(saved(Runs.of(scenario, Contenders.naive(2))));
        assertThat(saved(ours)).isGreaterThanOrEqualTo(saved(Runs.of(scenario, Contenders.jittered(3))));
        assertThat(saved(Runs.of(scenario, Contenders.none()))).isCloseTo(0.99, within(0.002));
    }

    /** Brooker's retry_sim with a hundred clients, his columns for no and for three retries. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.990, 1.000, 1.010",
        "0.05, 0.949, 1.000, 1.053",
        "0.10, 0.900, 1.000, 1.109",
        "0.30, 0.700, 0.991, 1.420",
        "0.50, 0.500, 0.937, 1.875",
        "1.00, 0.000, 0.000, 4.000"
    })
    void plainRetriesAreThoseOfBrookersSimulation(double rate, double none, double three, double load) {
        Duration some = Duration.ofSeconds(5);
        Scenario scenario =
                failing(rate).withClients(100).withCalls(1000, 1000).lasting(some, some, Duration.ofSeconds(30));
        assertThat(saved(Runs.of(scenario, Contenders.none(), 1))).isCloseTo(none, within(0.005));
        Runs retries = Runs.of(scenario, Contenders.naive(3), 1);
        assertThat(saved(retries)).isCloseTo(three, within(0.005));
        assertThat(retries.mean(run -> run.requests() / (double) run.calls())).isCloseTo(load, within(0.01));
    }

    @Test
    void oursNeverSendsMoreThanATenthMoreHoweverManyFail() {
        for (double rate : new double[] {0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1}) {
            Runs ours = Runs.of(failing(rate), Runs.OURS, 5);
            assertThat(ours.highest(run -> run.requests() - 1.1 * run.calls()))
                    .as("beyond a tenth, failure rate %s", rate)
                    .isLessThanOrEqualTo(10 + 2);
        }
    }
}
