// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what goes on, for a person. Used by one thread at a time. */
final class Board {
    private final PrintStream out;

    Board(PrintStream out) {
        this.out = out;
    }

    void begin() {
        out.println("Four APIs simulated on loopback, called through " + String.join(", ", Senders.NAMES) + ",");
        out.println(
                "with the policies of upstreams.properties; variations allows 20 requests per 5 s instead of 60 s, so that "
                        + "you see it.");
        out.println("Counts are those since the last line; ×: requests per call.");
        heading("upstream is", "shared state");
    }

    void page(String address) {
        out.println("Live: " + address + "  (metrics: " + address + "metrics)");
        out.flush();
    }

    private void heading(String what, String last) {
        out.println(row("", "client", what, "calls", "ok", "recovered", "failed", "refused", "requests", "×", last));
    }

    void line(long seconds, Act act, Counts counts, String shared) {
        out.println(row(seconds + " s", act, act.script().what(), counts, shared));
        out.flush();
    }

    void gap() {
        out.println();
    }

    void total(long seconds) {
        out.println();
        out.println("In all, after " + seconds + " s:");
        heading("", "why");
    }

    void total(Act act, Counts counts, String why) {
        out.println(row("", act, "", counts, why));
        out.flush();
    }

    private static String row(String when, Act act, String what, Counts counts, String last) {
        return row(
                when,
                act.name(),
                what,
                counts.calls(),
                counts.ok(),
                counts.recovered(),
                counts.failed(),
                counts.refused(),
                counts.requests(),
                counts.amplification(),
                last);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%5s  %-11s %-27s %6s %5s %10s %7s %8s %9s %6s  %s", cells)
                .stripTrailing();
    }
}
