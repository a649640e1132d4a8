// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table for a person: one row an attempt, and why the call ended. */
final class TablePrinter implements Printer {
    private final PrintStream out;
    private final Palette palette;
    private final String title;

    TablePrinter(PrintStream out, Palette palette, String title) {
        this.out = out;
        this.palette = palette;
        this.title = title;
    }

    @Override
    public void begin() {
        out.println(title);
        out.println(palette.bold(row("call", "attempt", "status", "wait before", "verdict", "ended") + "then"));
        out.flush();
    }

    @Override
    public void call(CallLine call) {
        List<AttemptLine> attempts = call.attempts();
        if (attempts.isEmpty()) {
            out.println(row(call.call(), "-", "-", "-", "not sent", millis(call.elapsedMs())) + ending(call));
        }
        for (int i = 0; i < attempts.size(); i++) {
            AttemptLine attempt = attempts.get(i);
            boolean last = i == attempts.size() - 1;
            out.println(row(
                            i == 0 ? call.call() : "",
                            attempt.n(),
                            attempt.status() == null ? "-" : attempt.status(),
                            wait(attempt),
                            attempt.verdict(),
                            millis(attempt.endMs()))
                    + (last ? ending(call) : then(attempt)));
        }
        out.flush();
    }

    private static String then(AttemptLine attempt) {
        return attempt.error() == null ? attempt.decision() : attempt.decision() + " (" + attempt.error() + ")";
    }

    private String ending(CallLine call) {
        StringBuilder text = new StringBuilder(palette.outcome(call.outcome(), call.outcome()));
        append(text, call.outcome().equals(call.reason()) ? null : reason(call), ": ");
        append(text, call.said().isEmpty() ? null : call.said(), ", ");
        // A refusal's message repeats what the line says.
        append(text, call.outcome().equals("refused") ? null : call.error(), ", ");
        append(text, call.notBefore(), ", not before ");
        if (call.body().sha256() != null) {
            text.append(", ").append(call.body().bytes()).append(" bytes");
        }
        return text.toString();
    }

    /** The engine is done at the response head: a body that breaks off fails a call that was a success to it. */
    private static @Nullable String reason(CallLine call) {
        return "success".equals(call.reason()) || "recovered".equals(call.reason()) ? "the body" : call.reason();
    }

    private static void append(StringBuilder text, @Nullable String part, String before) {
        if (part != null) {
            text.append(before).append(part);
        }
    }

    private static String wait(AttemptLine attempt) {
        return attempt.waitBeforeSource() == null
                ? ""
                : millis(attempt.waitBeforeMs()) + " (" + attempt.waitBeforeSource() + ")";
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%6s %8s %7s  %-20s %-12s %9s  ", cells);
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String millis(long millis) {
        return millis + " ms";
    }

    @Override
    public void end(Summary summary) {
        out.println(palette.bold(count(summary.calls(), "call") + ", " + count(summary.attempts(), "attempt") + ": ")
                + palette.outcome("success", summary.ok() + " ok") + ", "
                + palette.outcome("recovered", summary.recovered() + " recovered") + ", "
                + palette.outcome("failed", summary.failed() + " failed") + ", "
                + palette.outcome("refused", summary.refused() + " refused") + ", in " + millis(summary.elapsedMs()));
        out.flush();
    }
}
