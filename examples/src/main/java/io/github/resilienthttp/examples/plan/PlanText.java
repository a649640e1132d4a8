// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.policy.WorstCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A plan for a person. */
public final class PlanText {
    private PlanText() {}

    /**
     * Writes it out.
     *
     * @param plan of one client
     * @return several lines, the last of them empty
     */
    public static String of(ClientPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.plan());
        lines.add(worst(plan.worst()));
        plan.warnings().forEach(warning -> lines.add("  warning: " + warning));
        lines.add("");
        if (plan.table().rows().isEmpty()) {
            lines.add("  mode=off: the engine keeps out of it, every outcome is delivered");
        } else {
            table(plan.table()).forEach(row -> lines.add("  " + row));
        }
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static String worst(WorstCase worst) {
        return "  worst case: " + worst.worstCaseMillis() + " ms, " + worst.attempts()
                + " attempts; when each runs into " + "its timeout " + worst.attemptsThatFit()
                + " fit into timeout.total";
    }

    private static List<String> table(OutcomeTable table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("outcome"));
        head.addAll(table.columns());
        head.add("breaker");
        rows.add(head);
        for (OutcomeTable.Line line : table.rows()) {
            List<String> row = new ArrayList<>(List.of(line.outcome()));
            line.cells().forEach(cell -> row.add(cell.text()));
            row.add(line.breaker());
            rows.add(row);
        }
        List<Integer> widths = IntStream.range(0, head.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            text.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
