// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of mistakes: one line each, never a stack trace, never an argument that may be a secret. */
final class Mistakes {
    private static final int BAD_USE = CommandLine.ExitCode.USAGE;
    /** As sysexits.h has it: a fault of the program itself. */
    private static final int OUR_FAULT = 70;

    private final PrintStream err;

    Mistakes(PrintStream err) {
        this.err = err;
    }

    int inArguments(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String what = mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched)
                : String.valueOf(mistake.getMessage());
        err.println(name + ": " + what.replaceAll("\\R+", " ") + "; see " + name + " --help");
        return BAD_USE;
    }

    int inExecution(Exception failure, CommandLine command, ParseResult parsed) {
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof BadUse mistake) {
            mistake.lines().forEach(line -> err.println(name + ": " + line));
            return BAD_USE;
        }
        // No message: it may quote what must not be shown.
        StackTraceElement[] trace = failure.getStackTrace();
        err.println(name + ": internal error, please report it: "
                + failure.getClass().getName()
                + (trace.length == 0 ? "" : " at " + trace[0]));
        return OUR_FAULT;
    }

    /** What was typed unquoted after an option is often a token: names of options are told, other words are not. */
    private static String unmatched(CommandLine command, UnmatchedArgumentException unmatched) {
        List<String> words = unmatched.getUnmatched();
        boolean noVerb = command.getParent() == null;
        String options = String.join(
                ", ",
                words.stream()
                        .filter(word -> word.startsWith("-"))
                        .map(word -> word.replaceFirst("=.*", ""))
                        .toList());
        if (!options.isEmpty()) {
            return "unknown option " + options;
        }
        return noVerb
                ? "unknown verb: use try, plan, demo or simulate"
                : words.size() + " argument(s) too many: quote values that hold spaces";
    }
}
