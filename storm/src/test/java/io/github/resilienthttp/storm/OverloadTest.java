// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.policy.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A spike of load that a server does not get over by itself: 40 to 80 calls a second, and 50 to 100, for 10 s. */
class OverloadTest {
    private static final Scenario MODERATE = Scenarios.overload(40, 80);
    private static final Scenario HEAVY = Scenarios.overload(50, 100);

    /**
     * What an independent simulation of the same server came to: amplification over the 30 s after, and whether it
     * recovers.
     */
    static Stream<Arguments> elsewhere() {
        return Stream.of(
                Arguments.of(MODERATE, Contenders.none(), 1.00, 0.01, true),
                Arguments.of(HEAVY, Contenders.none(), 1.00, 0.01, true),
                Arguments.of(MODERATE, Contenders.naive(2), 3.28, 0.1, false),
                Arguments.of(HEAVY, Contenders.naive(2), 3.31, 0.1, false),
                // Its back-off was longer: what is deferred beyond the 30 s is not counted in them.
                Arguments.of(MODERATE, Contenders.jittered(2), 2.97, 0.3, false),
                Arguments.of(HEAVY, Contenders.jittered(2), 3.12, 0.3, false),
                Arguments.of(MODERATE, Contenders.awsStandard20(), 1.01, 0.02, true),
                Arguments.of(HEAVY, Contenders.awsStandard20(), 1.01, 0.02, true),
                Arguments.of(MODERATE, Contenders.awsStandard21(), 1.00, 0.01, true),
                Arguments.of(HEAVY, Contenders.awsStandard21(), 1.01, 0.02, true),
                Arguments.of(MODERATE, Contenders.grpc(), 1.00, 0.01, true),
                Arguments.of(HEAVY, Contenders.grpc(), 1.00, 0.01, true),
                Arguments.of(MODERATE, Contenders.finagle(), 1.17, 0.05, true));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void theOthersFareAsInAnotherSimulation(
            Scenario scenario, Contender contender, double amplification, double tolerance, boolean recovers) {
        Runs runs = Runs.of(scenario, contender);
        assertThat(runs.mean(StormResult::amplificationAfter)).isCloseTo(amplification, within(tolerance));
        assertThat(runs.recovered()).isEqualTo(recovers ? Runs.SEEDS : 0);
    }

    @Test
    void finaglesReserveKeepsTheServerDownForLong() {
        Runs runs = Runs.of(HEAVY, Contenders.finagle());
        assertThat(runs.mean(StormResult::amplificationAfter)).isCloseTo(1.40, within(0.03));
        // Elsewhere none recovered at all; here some do in the end.
        assertThat(runs.recoveredWithin(30)).isZero();
    }

    static Stream<Scenario> spikes() {
        return Stream.of(MODERATE, HEAVY);
    }

    @ParameterizedTest
    @MethodSource("spikes")
    void threeRetriesWithJitterNeverRecover(Scenario scenario) {
        assertThat(Runs.of(scenario, Contenders.jittered(3)).recovered()).isZero();
    }

    @ParameterizedTest
    @MethodSource("spikes")
    void oursAmplifiesAtMostATenthAndRecoversInEveryRun(Scenario scenario) {
        Runs runs = Runs.of(scenario, Runs.OURS);
        assertThat(runs.highest(StormResult::amplificationDuring)).isLessThanOrEqualTo(1.1);
        assertThat(runs.highest(StormResult::amplificationAfter)).isLessThanOrEqualTo(1.1);
        assertThat(runs.recoveredWithin(20)).isEqualTo(Runs.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("spikes")
    void oursDoesSoWithTenProcessesToo(Scenario scenario) {
        Runs runs = Runs.of(scenario.withClients(10), Runs.OURS);
        assertThat(runs.highest(StormResult::amplificationAfter)).isLessThanOrEqualTo(1.1);
        assertThat(runs.recoveredWithin(20)).isEqualTo(Runs.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("spikes")
    void oursDoesSoWithItsBudgetAlone(Scenario scenario) {
        Contender ours = Contenders.engine(
                Policy.builder("budget").set("circuit-breaker.enabled", "false").build());
        Runs runs = Runs.of(scenario, ours);
        assertThat(runs.highest(StormResult::amplificationAfter)).isLessThanOrEqualTo(1.1);
        assertThat(runs.recoveredWithin(20)).isEqualTo(Runs.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("spikes")
    void ofTheBreakerAloneTooThisIsTrue(Scenario scenario) {
        Contender ours = Contenders.engine(
                Policy.builder("breaker").set("budget.enabled", "false").build());
        assertThat(Runs.of(scenario, ours).recoveredWithin(30)).isEqualTo(Runs.SEEDS);
    }
}
