// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run} and {@code storm}; {@code --help} says what they take. */
public final class Main {
    /** The memory of every JVM that measures. */
    static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

    /** Not published, so that it has none of its own. */
    static final String VERSION =
            "benchmarks of resilient-http; results.json tells the versions of all that is measured";

    private Main() {}

    /**
     * Does what is asked for, and ends the process: 0, 1 where anything fails, 2 for bad use.
     *
     * @param args the command line
     * @throws Exception where a child cannot measure, or write its rows
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 4 && args[0].equals("paired")) {
            Effort effort = Boolean.parseBoolean(args[2]) ? Effort.QUICK : Effort.FULL;
            Results.write(Path.of(args[3]), new PairedRun(Suite.valueOf(args[1]), effort).rows());
        } else {
            System.exit(commands().execute(args));
        }
    }

    /** The verbs and their options. */
    static CommandLine commands() {
        return new CommandLine(new Benchmarks())
                .addSubcommand(new RunCommand())
                .addSubcommand(new StormCommand())
                .setParameterExceptionHandler((mistake, args) -> {
                    CommandLine command = mistake.getCommandLine();
                    String name = command.getCommandSpec().qualifiedName();
                    command.getErr().println(name + ": " + mistake.getMessage() + "; see " + name + " --help");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    /** What is refused there is a mistake of the user's, and nothing else is. */
    static <T> T understood(CommandSpec command, Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(command.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    @Command(
            name = "benchmarks",
            mixinStandardHelpOptions = true,
            version = VERSION,
            description = "What it costs, and what it saves.")
    private static final class Benchmarks implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no verb given: use run or storm");
        }
    }

    static void run(Options options) throws IOException, RunnerException {
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
