// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A run as Markdown: the marks, then all rows.
 *
 * @param results the run
 */
record MarkdownReport(Results results) {
    String text() {
        StringBuilder text = new StringBuilder("# Benchmark results\n\n");
        if (results.quick()) {
            text.append("**A quick run: shows that all of it works. No figure of it may be quoted.**\n\n");
        }
        text.append(machine()).append("\n\n").append(results.effort()).append(".\n\n## Marks\n\n");
        text.append("| ratio | at most | paired | forked | |\n|---|---|---|---|---|\n");
        Marks.ALL.forEach(mark -> text.append(line(mark)));
        text.append("\n## Rows\n\n")
                .append(
                        "ns: median (least to most) for a call of one thread. B: bytes for a call. Added: to the suite's")
                .append(" baseline, median of paired blocks and its 95 % confidence interval.\n\n")
                .append("| suite | row | way | threads | ns | B | added ns |\n|---|---|---|---|---|---|---|\n");
        results.rows().forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String machine() {
        Machine machine = results.before();
        String versions = results.versions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return format(
                "%s, %d processors, %s; %s; %s; load %.2f before, %.2f after. Versions: %s.",
                machine.cpu(),
                machine.processors(),
                machine.system(),
                machine.java(),
                String.join(" ", Main.HEAP),
                machine.load(),
                results.after().load(),
                versions);
    }

    private String line(Mark mark) {
        OptionalDouble paired = mark.ratio(results, Row.PAIRED);
        OptionalDouble forked = mark.ratio(results, Row.FORKED);
        return format(
                "| %s | %.2f | %s | %s | %s |%n",
                mark.text(), mark.limit(), shown(paired), shown(forked), verdict(mark, paired, forked));
    }

    /** In each way it was measured. */
    private static String verdict(Mark mark, OptionalDouble paired, OptionalDouble forked) {
        if (paired.isEmpty() && forked.isEmpty()) {
            return "not measured";
        }
        double worst = Math.max(paired.orElse(Double.NEGATIVE_INFINITY), forked.orElse(Double.NEGATIVE_INFINITY));
        return worst <= mark.limit() ? "met" : format("missed by %.0f %%", 100 * (worst / mark.limit() - 1));
    }

    private static String shown(OptionalDouble ratio) {
        return ratio.isEmpty() ? "" : format("%.2f", ratio.getAsDouble());
    }

    private static String line(Row row) {
        String added = row.way().equals(Row.PAIRED)
                ? format("%+.1f [%+.1f, %+.1f]", row.added(), row.addedLow(), row.addedHigh())
                : "";
        return format(
                "| %s | %s | %s | %d | %.1f (%.1f to %.1f) | %.0f | %s |%n",
                row.suite(),
                row.variant(),
                row.way(),
                row.threads(),
                row.nanos(),
                row.least(),
                row.most(),
                row.bytes(),
                added);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }
}
