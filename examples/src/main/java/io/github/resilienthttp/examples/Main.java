// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program {@code resilient-http}: {@code try}, {@code plan}, {@code demo} and {@code simulate}. */
public final class Main {
    private Main() {}

    /**
     * Runs the program and ends the process with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // Results are UTF-8 whatever the locale says: they are read by programs.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setErr(err);
        // Plots are drawn into files, and a Java without a screen must be able to.
        System.setProperty("java.awt.headless", "true");
        Console console = new Console(out, err, System.in, Terminals.isTerminal(1), Terminals.isTerminal(2));
        int status = run(args, console);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Runs the program inside this process, as if no terminal were there. Not for several threads at once.
     *
     * @param args the command line
     * @param out where results go
     * @param err where errors go
     * @param in what {@code --body -} reads
     * @return the exit status: 0, 1 where a call did not end well, 2 for bad use
     */
    public static int run(String[] args, PrintStream out, PrintStream err, InputStream in) {
        return run(args, new Console(out, err, in, false, false));
    }

    private static int run(String[] args, Console console) {
        Ansi ansi = console.outTerminal() ? Ansi.ON : Ansi.OFF;
        Mistakes mistakes = new Mistakes(console.err());
        return commands(console)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(mistakes::inArguments)
                .setExecutionExceptionHandler(mistakes::inExecution)
                .execute(args);
    }

    /** The verbs and their options. */
    static CommandLine commands(Console console) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new TryCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new SimulateCommand(console))
                // A leading @ belongs to --body, not to picocli's argument files.
                .setExpandAtFiles(false);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
