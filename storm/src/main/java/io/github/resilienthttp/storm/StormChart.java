// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** A result as three lines of little columns, as many as fit, all to one scale. */
final class StormChart {
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final int WIDEST = 70;

    private StormChart() {}

    static String of(StormResult result) {
        int perColumn = Math.max(1, (result.seconds().size() + WIDEST - 1) / WIDEST);
        double most = Math.max(highest(result, Second::calls, perColumn), highest(result, Second::requests, perColumn));
        Scenario scenario = result.scenario();
        String storm = " ".repeat(10 + scenario.stormBegins() / perColumn)
                + "^".repeat(Math.max(1, (scenario.stormEnds() - scenario.stormBegins()) / perColumn));
        return row("calls", result, Second::calls, perColumn, most)
                + row("requests", result, Second::requests, perColumn, most)
                + row("good", result, Second::good, perColumn, most)
                + storm + " the storm; a column is " + perColumn + " s, the highest "
                + String.format(Locale.ROOT, "%.0f", most) + " a second\n";
    }

    private static double highest(StormResult result, ToIntFunction<Second> what, int perColumn) {
        double most = 1;
        for (int from = 0; from < result.seconds().size(); from += perColumn) {
            most = Math.max(most, mean(result, what, from, perColumn));
        }
        return most;
    }

    private static String row(String name, StormResult result, ToIntFunction<Second> what, int perColumn, double most) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", name));
        for (int from = 0; from < result.seconds().size(); from += perColumn) {
            double height = mean(result, what, from, perColumn) / most * (LEVELS.length() - 1);
            // What is there at all is seen; and the highest must not be higher for a rounding error.
            line.append(LEVELS.charAt((int) Math.min(LEVELS.length() - 1, Math.ceil(height))));
        }
        return line.append('\n').toString();
    }

    private static double mean(StormResult result, ToIntFunction<Second> what, int from, int perColumn) {
        List<Second> part = result.seconds()
                .subList(from, Math.min(from + perColumn, result.seconds().size()));
        return part.stream().mapToInt(what).average().orElse(0);
    }
}
