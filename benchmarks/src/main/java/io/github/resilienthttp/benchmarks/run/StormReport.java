// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Storms as Markdown: medians simulated and measured side by side, then their ranges.
 *
 * @param results the storms
 */
record StormReport(StormResults results) {
    private static final List<StormFigure> FIGURES = List.of(StormFigure.values());

    static String line(StormBatch batch) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %d | %d | %.1f ms | %.0f ms | %.2f | %.2f |",
                batch.scenario(),
                batch.sent(),
                batch.received(),
                batch.unended(),
                batch.lateMillis(),
                batch.latestMillis(),
                batch.ownCores(),
                batch.foreignCores());
    }

    String text() {
        return "# Storms, simulated and over real connections\n\n"
                + machine()
                + "\n\n## Medians, simulated / measured\n\n"
                + agreement()
                + table("policy", StormReport::medians)
                + "\n## Ranges, least to most\n"
                + table("policy", StormReport::ranges)
                + "\n## Was the machine in the way?\n\n"
                + "Late: by how much a call was made after it should have been, one of a hundred later than that, in the"
                + " worst of the runs. Processors kept busy by the runs themselves, and by everybody else.\n\n"
                + "| scenario | requests sent | received | calls without end | late | the latest | own | foreign |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + results.batches().stream().map(StormReport::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String machine() {
        Machine machine = results.before();
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s; %s; load %.2f before, %.2f after. Seeds %s. Versions: %s.",
                machine.cpu(),
                machine.processors(),
                machine.system(),
                machine.java(),
                machine.load(),
                results.after().load(),
                results.rows().stream()
                        .map(row -> Long.toString(row.seed()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                results.versions().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private record Pair(List<StormRow> simulated, List<StormRow> measured) {}

    private Pair pair(String scenario, String policy) {
        return new Pair(
                results.rows(scenario, policy, StormRow.SIMULATED), results.rows(scenario, policy, StormRow.MEASURED));
    }

    private List<Pair> pairs() {
        return results.batches().stream()
                .flatMap(batch -> results.policies().stream().map(policy -> pair(batch.scenario(), policy)))
                .toList();
    }

    private String agreement() {
        long agreeing = pairs().stream()
                .flatMap(pair -> FIGURES.stream().filter(figure -> figure.agree(pair.simulated, pair.measured)))
                .count();
        return agreeing + " of " + pairs().size() * FIGURES.size()
                + " figures agree: their ranges overlap or come as near as "
                + FIGURES.stream()
                        .map(figure -> figure.tolerance() + " (" + figure.title() + ")")
                        .collect(Collectors.joining(", "))
                + ". The others are **bold**.\n";
    }

    private String table(String first, BiFunction<Pair, StormFigure, String> cell) {
        StringBuilder text = new StringBuilder();
        for (StormBatch batch : results.batches()) {
            text.append("\n### `")
                    .append(batch.scenario())
                    .append("`\n\n| ")
                    .append(first)
                    .append(" | ");
            text.append(FIGURES.stream().map(StormFigure::title).collect(Collectors.joining(" | ", "", " |\n")));
            text.append("|---".repeat(FIGURES.size() + 1)).append("|\n");
            for (String policy : results.policies()) {
                Pair pair = pair(batch.scenario(), policy);
                text.append(FIGURES.stream()
                        .map(figure -> cell.apply(pair, figure))
                        .collect(Collectors.joining(" | ", "| " + policy + " | ", " |\n")));
            }
        }
        return text.toString();
    }

    private static String medians(Pair pair, StormFigure figure) {
        String both = figure.median(pair.simulated) + " / " + figure.median(pair.measured);
        return figure.agree(pair.simulated, pair.measured) ? both : "**" + both + "**";
    }

    private static String ranges(Pair pair, StormFigure figure) {
        return figure.range(pair.simulated) + " / " + figure.range(pair.measured);
    }
}
