// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.storm;

import io.github.resilienthttp.policy.Plan;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.StormResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Storms for a person. */
public final class StormText {
    private StormText() {}

    /**
     * Writes them out.
     *
     * @param policy the first contender's
     * @param results of all contenders in one scenario with one seed
     * @return several lines
     */
    public static String of(Policy policy, List<StormResult> results) {
        StormResult first = results.get(0);
        List<String> lines = new ArrayList<>();
        lines.add(Plan.of(policy));
        lines.add(setting(first));
        lines.add("");
        lines.add(row("", "requests", "a call", "goodput", "", "recovered", "calls that", "", "work"));
        lines.add(row(
                "policy", "in storm", "30 s on", "in storm", "30 s on", "after", "ended well", "refused", "wasted"));
        results.forEach(result -> lines.add(row(result)));
        lines.add("");
        lines.add(first.contender() + ":");
        lines.addAll(first.chart().lines().toList());
        return String.join(System.lineSeparator(), lines);
    }

    private static String setting(StormResult result) {
        Scenario scenario = result.scenario();
        return String.format(
                Locale.ROOT,
                "%s: %.0f calls a second, in a storm of %d s %.0f; %d %s, seed %d",
                scenario.name(),
                scenario.load().calm(),
                scenario.phases().storm().toSeconds(),
                scenario.load().storm(),
                scenario.clients(),
                scenario.clients() == 1 ? "client" : "clients",
                result.seed());
    }

    private static String row(StormResult result) {
        return row(
                result.contender(),
                times(result.amplificationDuring()),
                times(result.amplificationAfter()),
                percent(result.goodputDuring()),
                percent(result.goodputAfter()),
                result.recovery().map(time -> time.toSeconds() + " s").orElse("never"),
                percent(result.endedWell() / Math.max(1.0, result.calls())),
                Integer.toString(result.refused()),
                percent(result.wasted()));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %-20s %9s %9s %9s %9s %10s %11s %8s %8s", cells)
                .stripTrailing();
    }

    private static String times(double amplification) {
        return String.format(Locale.ROOT, "×%.2f", amplification);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
