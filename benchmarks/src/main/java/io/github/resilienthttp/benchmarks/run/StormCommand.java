// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets storms pass over loopback. */
@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        description = "Let storms pass over real connections, and write storm.json and storm.md.",
        footer = {"", "Takes 11 minutes. Storms that were not asked for stay in the files as they are."})
final class StormCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--scenario",
            split = ",",
            paramLabel = "NAME",
            description = "Some of outage, silence, brownout, overload, overload-late-timeouts, throttle,"
                    + " throttle-without-hint; none: all.")
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--seeds", split = ",", paramLabel = "S", description = "Whole numbers; none: 1,2,3.")
    private List<Long> seeds = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where to write; none: benchmarks/results.")
    private Path out = Path.of("benchmarks", "results");

    @Override
    public Integer call() throws Exception {
        StormRun.run(Main.understood(spec, this::options));
        return 0;
    }

    /** @throws IllegalArgumentException where there is no such scenario */
    StormOptions options() {
        return new StormOptions(
                scenarios.isEmpty()
                        ? StagedStorm.all()
                        : scenarios.stream().map(StagedStorm::of).toList(),
                seeds.isEmpty() ? List.of(1L, 2L, 3L) : List.copyOf(seeds),
                out);
    }
}
