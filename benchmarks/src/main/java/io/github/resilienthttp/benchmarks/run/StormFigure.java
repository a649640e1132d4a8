// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A column of the table of storms. */
enum StormFigure {
    AMPLIFICATION_DURING("requests a call, in storm", "×%.2f", 0.05, StormRow::amplificationDuring),
    AMPLIFICATION_AFTER("30 s on", "×%.2f", 0.05, StormRow::amplificationAfter),
    GOODPUT_DURING("goodput, in storm", "%.0f %%", 3, row -> 100 * row.goodputDuring()),
    GOODPUT_AFTER("30 s on", "%.0f %%", 3, row -> 100 * row.goodputAfter()),
    RECOVERY("recovered after", "%.0f s", 2, StormFigure::recovery),
    ENDED_WELL("calls that ended well", "%.1f %%", 2, row -> 100 * row.endedWell()),
    REFUSED("refused", "%.1f %%", 2, row -> 100.0 * row.refused() / row.calls()),
    WASTED("work wasted", "%.0f %%", 3, row -> 100 * row.wasted());

    private final String title;
    private final String format;
    private final double tolerance;
    private final ToDoubleFunction<StormRow> value;

    StormFigure(String title, String format, double tolerance, ToDoubleFunction<StormRow> value) {
        this.title = title;
        this.format = format;
        this.tolerance = tolerance;
        this.value = value;
    }

    private static double recovery(StormRow row) {
        Long seconds = row.recoverySeconds();
        return seconds == null ? Double.POSITIVE_INFINITY : seconds;
    }

    String title() {
        return title;
    }

    /** The middle one, of an even number the lower: between some seconds and never there is nothing. */
    String median(List<StormRow> rows) {
        return text(sorted(rows)[(rows.size() - 1) / 2]);
    }

    /** From the least to the most. */
    String range(List<StormRow> rows) {
        String least = text(least(rows));
        String most = text(most(rows));
        return least.equals(most) ? least : least + " to " + most;
    }

    /** Whether the ranges come as near to each other as the tolerance. */
    boolean agree(List<StormRow> some, List<StormRow> others) {
        return least(some) <= most(others) + tolerance && least(others) <= most(some) + tolerance;
    }

    /** What counts as the same. */
    String tolerance() {
        return String.format(Locale.ROOT, format, tolerance);
    }

    private double least(List<StormRow> rows) {
        return sorted(rows)[0];
    }

    private double most(List<StormRow> rows) {
        return sorted(rows)[rows.size() - 1];
    }

    private double[] sorted(List<StormRow> rows) {
        return rows.stream().mapToDouble(value).sorted().toArray();
    }

    private String text(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "never";
    }
}
