// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StormReportTest {
    private static StormRow row(String way, long seed, double amplification, @Nullable Long recovery) {
        return new StormRow("overload", "some", way, seed, 100, 120, amplification, 1, 0.5, 0.5, recovery, 0.5, 7, 0.1);
    }

    private static String report(double measured, @Nullable Long recovery) {
        List<StormRow> rows = List.of(
                row(StormRow.SIMULATED, 1, 1.1, null),
                row(StormRow.SIMULATED, 2, 1.2, null),
                row(StormRow.SIMULATED, 3, 1.4, 8L),
                row(StormRow.MEASURED, 1, measured, recovery),
                row(StormRow.MEASURED, 2, measured, recovery),
                row(StormRow.MEASURED, 3, measured + 0.5, recovery));
        StormBatch batch = new StormBatch("overload", 360, 360, 0, 1.5, 20, 0.4, 0.1);
        return new StormReport(new StormResults(Machine.now(), Machine.now(), Map.of("a", "1"), List.of(batch), rows))
                .text();
    }

    @Test
    void mediansStandSideBySideAndRangesBelow() {
        assertThat(report(1.3, null))
                .contains("8 of 8 figures agree")
                .contains("| some | ×1.20 / ×1.30 | ×1.00 / ×1.00 | 50 % / 50 % | 50 % / 50 % | never / never |")
                .contains("| some | ×1.10 to ×1.40 / ×1.30 to ×1.80 |")
                .contains("| 8 s to never / never |")
                .contains("| `overload` | 360 | 360 | 0 | 1.5 ms | 20 ms | 0.40 | 0.10 |");
    }

    @Test
    void whatIsTooFarApartIsBold() {
        assertThat(report(1.44, 5L))
                .contains("7 of 8")
                .contains("| ×1.20 / ×1.44 |")
                .contains("| **never / 5 s** |");
        assertThat(report(1.46, 6L))
                .contains("7 of 8")
                .contains("| **×1.20 / ×1.46** |")
                .contains("| never / 6 s |");
    }

    @Test
    void whatIsAskedForIsRun() {
        StormOptions options = options("--scenario", "silence,throttle-without-hint", "--seeds", "7,8");
        assertThat(options.storms()).containsExactly(StagedStorm.SILENCE, StagedStorm.THROTTLE_WITHOUT_HINT);
        assertThat(options.seeds()).containsExactly(7L, 8L);
        assertThat(options().storms()).doesNotContain(StagedStorm.REHEARSAL).hasSize(7);
    }

    private static StormOptions options(String... args) {
        return CommandLine.populateCommand(new StormCommand(), args).options();
    }
}
