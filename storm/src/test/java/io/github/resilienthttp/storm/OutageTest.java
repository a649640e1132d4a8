// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that does nothing for a while: a scope sends at most its calls + 10, + 1 a minute. */
class OutageTest {
    private static final Policy NO_BREAKER =
            Policy.builder("no-breaker").set("circuit-breaker.enabled", "false").build();

    static Stream<Arguments> lengths() {
        return Stream.of(30, 180, 600)
                .flatMap(seconds -> Stream.of(Weather.Kind.values()).map(kind -> Arguments.of(kind, seconds)));
    }

    /** The breaker would hide what the budget does. */
    @ParameterizedTest
    @MethodSource("lengths")
    void aScopeSendsAtMostItsCallsAndTenAndOneAMinute(Weather.Kind kind, int seconds) {
        Scenario scenario = Scenarios.outage(kind, Duration.ofSeconds(seconds));
        for (StormResult run :
                Runs.of(scenario, Contenders.engine(NO_BREAKER), 3).all()) {
            int begins = scenario.stormBegins();
            // What ends well in the first moments was on its way before.
            long more = run.seconds().subList(begins, begins + seconds).stream()
                    .mapToLong(second -> second.requests() - second.calls())
                    .sum();
            int onTheWay = run.seconds().get(begins).good() / 10 + 1;
            assertThat(more).isLessThanOrEqualTo(10 + onTheWay + (seconds + 59) / 60);
        }
    }

    @ParameterizedTest
    @EnumSource(Weather.Kind.class)
    void theBreakerKeepsTheCallsThemselvesAway(Weather.Kind kind) {
        Scenario scenario = Scenarios.outage(kind, Duration.ofMinutes(2));
        Runs runs = Runs.of(scenario, Runs.OURS, 5);
        assertThat(runs.highest(StormResult::amplificationDuring)).isLessThan(0.1);
        assertThat(runs.recoveredWithin(15)).isEqualTo(5);
    }

    @Test
    void threeRetriesMakeFourRequestsOfACall() {
        Runs runs = Runs.of(Scenarios.outage(), Contenders.naive(3), 5);
        assertThat(runs.mean(StormResult::amplificationDuring)).isBetween(3.99, 4.0);
    }
}
