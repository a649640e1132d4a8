// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
        assertThat(mistake("run", "--fast")).contains("run: Unknown option: '--fast'", "run --help");
        assertThat(mistake("walk")).contains("walk");
        assertThat(mistake()).contains("use run or storm");
        assertThat(mistake("run", "--suite", "wire,air")).contains("'air'", "transport, wire, scale");
        assertThat(mistake("run", "--minutes", "0")).contains("--minutes 0: 1 to 9999 is allowed");
        assertThat(mistake("run", "--minutes", "3")).contains("is the least");
        assertThat(mistake("run", "--quick", "--minutes", "35")).contains("--quick", "--minutes");
        assertThat(mistake("storm", "--seeds", "1,x")).contains("'x'");
        assertThat(mistake("storm", "--scenario", "rain")).contains("rain", "outage, silence, brownout");
    }

    @Test
    void oneSuiteCanBeAskedFor() {
        Options options = options("--quick", "--suite", "failure,scale");

        assertThat(options.suites()).containsExactly(Suite.FAILURE);
        assertThat(options.scale()).isTrue();
        assertThat(options.quick()).isTrue();
    }

    @Test
    void withinSomeMinutesIterationsAreShorterAndNothingElseIs() {
        Effort effort = options("--minutes", "35", "--suite", "success,failure").effort();

        assertThat(effort.iterationMillis()).isBetween(200, 1000);
        assertThat(effort.forks()).isEqualTo(Effort.FULL.forks());
        assertThat(effort.iterations()).isEqualTo(Effort.FULL.iterations());
        assertThat(effort.blocks()).isEqualTo(Effort.FULL.blocks());
    }

    @Test
    void withinFewerMinutesThereAreFewerJvms() {
        assertThat(options("--minutes", "18").effort().forks()).isEqualTo(1);
        assertThat(options("--minutes", "26").effort().forks()).isEqualTo(2);
        assertThat(options("--minutes", "18").effort().text()).contains("Forked: 1 JVMs a row");
    }

    private static Options options(String... args) {
        return CommandLine.populateCommand(new RunCommand(), args).options();
    }

    private static String mistake(String... args) {
        StringWriter said = new StringWriter();
        assertThat(Main.commands().setErr(new PrintWriter(said)).execute(args)).isEqualTo(2);
        assertThat(said.toString().lines()).hasSize(1);
        return said.toString();
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
