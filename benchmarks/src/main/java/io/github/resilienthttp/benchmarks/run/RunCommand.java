// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures, and writes what came of it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        description = "Measure, and write results.json and results.md.",
        footer = {"", "On a machine that does nothing else; about an hour and a half unless told otherwise."})
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final int MOST_MINUTES = 9999;

    @ArgGroup
    private @Nullable Length length;

    @Option(
            names = "--suite",
            split = ",",
            paramLabel = "NAME",
            description = "Some of success, failure, transport, wire, scale; none: all.")
    private List<Part> parts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where to write; none: benchmarks/results.")
    private Path out = Path.of("benchmarks", "results");

    /** How long: one of them, or neither. */
    private static final class Length {
        @Option(
                names = "--quick",
                description = "About a minute, to see that all of it runs: figures are worth nothing.")
        private boolean quick;

        @Option(
                names = "--minutes",
                paramLabel = "N",
                description = "About so many minutes, 1 to 9999: shorter iterations, and with few minutes fewer JVMs.")
        private @Nullable Integer minutes;
    }

    /** As they are typed. */
    private enum Part {
        success(Suite.SUCCESS),
        failure(Suite.FAILURE),
        transport(Suite.TRANSPORT),
        wire(Suite.WIRE),
        scale(null);

        private final @Nullable Suite suite;

        Part(@Nullable Suite suite) {
            this.suite = suite;
        }
    }

    @Override
    public Integer call() throws Exception {
        Main.run(Main.understood(spec, this::options));
        return 0;
    }

    /** @throws IllegalArgumentException where the time is not allowed */
    Options options() {
        List<Part> asked = parts.isEmpty() ? List.of(Part.values()) : parts;
        List<Suite> suites = new ArrayList<>();
        for (Part part : asked) {
            if (part.suite != null) {
                suites.add(part.suite);
            }
        }
        boolean scale = asked.contains(Part.scale);
        boolean quick = length != null && length.quick;
        return new Options(quick, List.copyOf(suites), scale, out, effort(suites, scale));
    }

    private Effort effort(List<Suite> suites, boolean scale) {
        if (length == null) {
            return Effort.FULL;
        }
        Integer minutes = length.minutes;
        if (minutes == null) {
            return Effort.QUICK;
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("--minutes " + minutes + ": 1 to " + MOST_MINUTES + " is allowed");
        }
        return Effort.within(minutes, suites, scale);
    }
}
