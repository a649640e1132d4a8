// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults of every kind at random, through every way a request can go. {@code -Dsoak.seconds} says how long, {@code -Dsoak.seed}
 * which faults: what a failure prints brings its calls back, though not their timing.
 */
@Tag("soak")
class SoakIT {
    private static final Duration ROUND = Duration.ofSeconds(5);

    @Test
    void whateverHappensEveryCallEndsAndNothingIsLost() throws Exception {
        long seconds = Long.getLong("soak.seconds", 45);
        long seed = Long.getLong("soak.seed", System.nanoTime() % 1_000_000);
        System.err.println("soak.seed=" + seed);
        SoakTally tally = new SoakTally();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        int rounds = 0;
        while (System.nanoTime() < end) {
            new SoakRound(seed + rounds, tally).run(ROUND);
            rounds++;
        }
        System.err.println("soak.seed=" + seed + ", " + rounds + " rounds: " + tally.line());
        assertThat(tally.calls()).isPositive();
        for (SoakVia via : SoakVia.values()) {
            assertThat(tally.served())
                    .as("calls that went well")
                    .hasEntrySatisfying(via.name(), count -> assertThat(count).isPositive());
        }
        assertThat(tally.verdicts()).as("kinds of verdicts").isGreaterThanOrEqualTo(6);
    }
}
