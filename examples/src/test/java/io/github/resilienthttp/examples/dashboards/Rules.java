// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that users load. */
final class Rules {
    static final Path FOLDER = Path.of("..", "dashboards", "prometheus");
    static final Path FILE = FOLDER.resolve("rules.yml");

    private static final Pattern RECORD = Pattern.compile("- record: (\\S+)");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\S+)");
    private static final Pattern EXPRESSION = Pattern.compile("expr: (.+)");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)m\\]");
    private static final Pattern RUNBOOK = Pattern.compile("runbook_url: (\\S+)");

    private Rules() {}

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> alerts() {
        return all(ALERT);
    }

    static List<String> runbooks() {
        return all(RUNBOOK);
    }

    private static List<String> all(Pattern pattern) {
        return found(pattern, text()).toList();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    /**
     * The same rules in quick motion: what is a minute for them is a second; two seconds where rates are taken, since load that
     * comes in bursts of seconds has to look steady.
     */
    static String quickened() {
        return RANGE.matcher(text())
                .replaceAll(range -> "[" + 2 * Integer.parseInt(range.group(1)) + "s]")
                .replaceAll("for: (\\d+)m", "for: $1s")
                .replaceAll("(\\d+) \\* 60", "$1");
    }

    /** What is recorded, and the expressions without their thresholds: those have data whether or not all is well. */
    static List<String> quickenedExpressions() {
        String quickened = quickened();
        return Stream.concat(
                        found(RECORD, quickened),
                        found(EXPRESSION, quickened).map(expression -> expression.replaceAll(" (==|>|<) [0-9.]+", "")))
                .toList();
    }
}
