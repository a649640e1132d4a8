// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static io.github.resilienthttp.storm.Scenarios.outage;
import static io.github.resilienthttp.storm.Scenarios.overload;
import static io.github.resilienthttp.storm.StormAssertions.assertThatContender;
import static io.github.resilienthttp.storm.StormAssertions.assertThatPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StormAssertTest {
    private static final Policy DEFAULTS = Policy.builder("github").build();
    /** What a policy becomes when its brakes are taken off. */
    private static final Policy RECKLESS = Policy.builder("github")
            .set("budget.enabled", "false")
            .set("circuit-breaker.enabled", "false")
            .build();

    @Test
    void theDefaultsPass() {
        assertThatPolicy(DEFAULTS)
                .inScenario(overload())
                .amplifiesAtMost(1.1)
                .recoversWithin(Duration.ofSeconds(20))
                .endsWellAtLeast(0.8)
                .wastesAtMost(0.1);
        assertThatPolicy(DEFAULTS).inScenario(outage()).amplifiesAtMost(1.1).recoversWithin(Duration.ofSeconds(11));
    }

    @Test
    void aPolicyWithoutBrakesFailsWithTheNumbersTheSeedAndAChart() {
        StormAssert inOverload = assertThatPolicy(RECKLESS).inScenario(overload());
        assertThatThrownBy(() -> inOverload.amplifiesAtMost(1.1))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "github in scenario overload, 1 client: expected at most 1.1 requests a call",
                        "not so in 5 of 5 runs, first with seed 1:",
                        "requests a call: 1.",
                        " in the storm, 3.",
                        "recovered: never",
                        "calls that ended well: ",
                        "work wasted: 8",
                        "  requests  ▂",
                        "^^^^^ the storm");
        assertThatThrownBy(() -> inOverload.recoversWithin(Duration.ofSeconds(90)))
                .hasMessageContaining("expected recovered within 90 s");
        assertThatThrownBy(() -> inOverload.endsWellAtLeast(0.5)).hasMessageContaining("at least 50.0 % of the calls");
        assertThatThrownBy(() -> inOverload.wastesAtMost(0.5)).hasMessageContaining("at most 50.0 % of the server's");
    }

    @Test
    void amplificationCountsDuringTheStormToo() {
        StormAssert inOutage = assertThatPolicy(RECKLESS).inScenario(outage());
        assertThat(inOutage.results()).allMatch(run -> run.amplificationAfter() < 1.1);
        assertThatThrownBy(() -> inOutage.amplifiesAtMost(1.1)).isInstanceOf(AssertionError.class);
        inOutage.amplifiesAtMost(3);
    }

    @Test
    void itHoldsForTheSeedsThatAreAskedFor() {
        StormAssert some = assertThatContender(Contenders.finagle()).inScenario(overload());
        assertThat(some.results()).extracting(StormResult::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(some.withSeeds(42).results()).containsExactly(Storm.run(overload(), Contenders.finagle(), 42));
        assertThatThrownBy(some::withSeeds)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number of seeds 0: 1 to 10000 is allowed");
        long slowest = some.results().stream()
                .mapToLong(run -> run.recovery().orElseThrow().toSeconds())
                .max()
                .orElseThrow();
        some.recoversWithin(Duration.ofSeconds(slowest));
        assertThatThrownBy(() -> some.recoversWithin(Duration.ofSeconds(slowest - 1)))
                .hasMessageContaining("of 5 runs, first with seed");
    }
}
