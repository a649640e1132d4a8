// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.ArrayList;
import java.util.List;

/**
 * A panel: what it shows, what that means, what to do about it. Its settings are those of a chart unless told otherwise.
 * For one thread at a time.
 */
final class Panel {
    final String title;
    final String type;
    final String unit;
    final int width;
    final int height;
    final List<Target> targets = new ArrayList<>();
    String says = "";
    String whenRed = "";
    boolean stacked;
    boolean fromZeroToOne;
    double yellow = Double.NaN;
    double red = Double.NaN;

    record Target(String legend, String expression) {}

    private Panel(String title, String type, String unit, int width, int height) {
        this.title = title;
        this.type = type;
        this.unit = unit;
        this.width = width;
        this.height = height;
    }

    static Panel chart(String title, String unit) {
        return new Panel(title, "timeseries", unit, 12, 8);
    }

    static Panel stat(String title, String unit) {
        return new Panel(title, "stat", unit, 6, 4);
    }

    static Panel timeline(String title) {
        return new Panel(title, "state-timeline", "none", 24, 8);
    }

    static Panel table(String title) {
        return new Panel(title, "table", "none", 24, 8);
    }

    Panel says(String what) {
        says = what;
        return this;
    }

    Panel whenRed(String todo) {
        whenRed = todo;
        return this;
    }

    Panel query(String legend, String expression) {
        targets.add(new Target(legend, expression));
        return this;
    }

    Panel stacked() {
        stacked = true;
        return this;
    }

    /** A share: the axis goes from 0 to 1. */
    Panel share() {
        fromZeroToOne = true;
        return this;
    }

    /** Above is worse; the other way round where {@code redFrom} is the smaller. */
    Panel thresholds(double yellowFrom, double redFrom) {
        yellow = yellowFrom;
        red = redFrom;
        return this;
    }

    String description() {
        return says + "\n\n**When it is red:** " + whenRed;
    }
}
