// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBenchTest {
    private static final double[] NO_BYTES = {0};

    @Test
    void aMarkIsMetWhereEveryWayMeetsIt() throws Exception {
        String report = report(60, 65);

        assertThat(report).contains("| success with limiter / nested decorators, time | 0.70 | 0.60 | 0.65 | met |");
    }

    @Test
    void aMarkThatOneWayMissesIsMissed() throws Exception {
        String report = report(60, 140);

        assertThat(report)
                .contains("| success with limiter / nested decorators, time | 0.70 | 0.60 | 1.40 | missed by 100 % |");
    }

    @Test
    void aMarkOfWhichNothingIsKnownIsNotMeasured() throws Exception {
        assertThat(report(60, 65)).contains("| a 404 / a success | 1.00 |  |  | not measured |");
    }

    @Test
    void aQuickRunSaysSo() throws Exception {
        assertThat(new MarkdownReport(results(true, List.of())).text()).contains("No figure of it may be quoted");
    }

    @Test
    void rowsComeBackFromTheirFileAsTheyWere(@TempDir Path directory) {
        List<Row> rows = List.of(row("OURS", Row.PAIRED, 60), Row.single("HEAP", Double.NaN, 7));

        Results.write(directory.resolve("rows.json"), rows);

        assertThat(Results.rows(directory.resolve("rows.json"))).isEqualTo(rows);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Medians.of(new double[] {1, 9, 2, 4})).isEqualTo(3);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> Options.of("run", "--fast")).hasMessageContaining("--fast");
    }

    @Test
    void oneSuiteCanBeAskedFor() {
        Options options = Options.of("run", "--quick", "--suite", "failure,scale");

        assertThat(options.suites()).containsExactly(Suite.FAILURE);
        assertThat(options.scale()).isTrue();
        assertThat(options.quick()).isTrue();
    }

    @Test
    void withinSomeMinutesIterationsAreShorterAndNothingElseIs() {
        Effort effort = Options.of("run", "--minutes", "35", "--suite", "success,failure")
                .effort();

        assertThat(effort.iterationMillis()).isBetween(200, 1000);
        assertThat(effort.forks()).isEqualTo(Effort.FULL.forks());
        assertThat(effort.iterations()).isEqualTo(Effort.FULL.iterations());
        assertThat(effort.blocks()).isEqualTo(Effort.FULL.blocks());
    }

    @Test
    void withinFewerMinutesThereAreFewerJvms() {
        assertThat(Options.of("run", "--minutes", "18").effort().forks()).isEqualTo(1);
        assertThat(Options.of("run", "--minutes", "26").effort().forks()).isEqualTo(2);
        assertThat(Options.of("run", "--minutes", "18").effort().text()).contains("Forked: 1 JVMs a row");
    }

    @Test
    void tooFewMinutesAreRefused() {
        assertThatThrownBy(() -> Options.of("run", "--minutes", "3")).hasMessageContaining("is the least");
        assertThatThrownBy(() -> Options.of("run", "--suite", "wire,air")).hasMessageContaining("--suite WIRE,AIR");
        assertThatThrownBy(() -> Options.of("run", "--minutes", "0")).hasMessageContaining("not understood");
        assertThatThrownBy(() -> Options.of("run", "--quick", "--minutes", "35"))
                .hasMessageContaining("--quick and --minutes");
    }

    private static String report(double paired, double forked) throws Exception {
        List<Row> rows = List.of(
                row("OURS_LIMITER", Row.PAIRED, paired),
                row("OURS_LIMITER", Row.FORKED, forked),
                row("RESILIENCE4J_NESTED", Row.PAIRED, 100),
                row("RESILIENCE4J_NESTED", Row.FORKED, 100));
        return new MarkdownReport(results(false, rows)).text();
    }

    private static Row row(String variant, String way, double nanos) {
        return Row.of(Suite.SUCCESS, variant, way, 1, new double[] {nanos}, NO_BYTES);
    }

    private static Results results(boolean quick, List<Row> rows) throws Exception {
        return new Results(quick, Effort.FULL, Machine.now(), Machine.now(), rows);
    }
}
