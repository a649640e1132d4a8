// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code run [--quick | --minutes number] [--suite success,failure,transport,wire,scale] [--out directory]}, or {@code storm
 * [--scenario ...] [--seeds 1,2,3] [--out directory]}.
 */
public final class Main {
    /** The memory of every JVM that measures. */
    static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

    private Main() {}

    /**
     * Runs the suites and writes results.json and results.md.
     *
     * @param args as said above
     * @throws Exception where anything fails
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 4 && args[0].equals("paired")) {
            Effort effort = Boolean.parseBoolean(args[2]) ? Effort.QUICK : Effort.FULL;
            Results.write(Path.of(args[3]), new PairedRun(Suite.valueOf(args[1]), effort).rows());
        } else if (args.length > 0 && args[0].equals("storm")) {
            StormRun.run(args);
        } else {
            Options options;
            try {
                options = Options.of(args);
            } catch (IllegalArgumentException mistake) {
                System.err.println(mistake.getMessage());
                System.exit(2);
                return;
            }
            run(options);
        }
    }

    private static void run(Options options) throws IOException, RunnerException {
        Files.createDirectories(options.out());
        Machine before = Machine.now();
        List<Row> rows = new ArrayList<>();
        for (Suite suite : options.suites()) {
            say("paired: " + suite);
            rows.addAll(inChild(Main.class, List.of("paired", suite.name(), String.valueOf(options.quick()))));
        }
        if (options.scale()) {
            say("scale");
            rows.addAll(inChild(ScaleRun.class, List.of(String.valueOf(options.quick()))));
        }
        say("forked");
        rows.addAll(new ForkedRun(options.suites(), options.effort()).rows());
        Results results = new Results(options.quick(), options.effort(), before, Machine.now(), rows);
        results.write(options.out().resolve("results.json"));
        Files.writeString(options.out().resolve("results.md"), new MarkdownReport(results).text());
        say("written: " + options.out().resolve("results.md"));
    }

    /** No suite in the JVM of another: its compiler would know too much. */
    private static List<Row> inChild(Class<?> main, List<String> arguments) throws IOException {
        Path file = Files.createTempFile("rows", ".json");
        try {
            List<String> all = new ArrayList<>(arguments);
            all.add(file.toString());
            ChildJvm.run(HEAP, main, all);
            return Results.rows(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
