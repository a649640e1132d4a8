// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final String PROMTOOL = "io.github.resilienthttp.examples.dashboards.Promtool#there";
    private static final String NONE = "there is no promtool: install the package prometheus";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"check rules rules.yml", "check config prometheus.yml", "test rules rules_test.yml"})
    @EnabledIf(value = PROMTOOL, disabledReason = NONE)
    void promtoolIsContent(String command) throws IOException {
        Promtool.Ended ended = Promtool.run(Rules.FOLDER, command.split(" "));
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("SUCCESS");
    }

    /** So that the tests of the rules test them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 0.2",
                "> 1.5",
                "< 0.1",
                "== 1",
                "> 0.05",
                "> 10 * 60",
                "> 0.5",
                "> 5",
                "> 0",
                "for: 2m",
                "for: 10m"
            })
    @EnabledIf(value = PROMTOOL, disabledReason = NONE)
    void aChangedThresholdIsSeen(String threshold) throws IOException {
        String changed = threshold.startsWith("for") ? "for: 40m" : threshold.charAt(0) == '<' ? "< -1" : "> 90000";
        String rules = Rules.text().replaceAll(Pattern.quote(threshold) + "(?= and |\n)", changed);
        assertThat(rules).isNotEqualTo(Rules.text());
        Files.writeString(folder.resolve("rules.yml"), rules);
        Files.copy(Rules.FOLDER.resolve("rules_test.yml"), folder.resolve("rules_test.yml"));
        assertThat(Promtool.run(folder, "test", "rules", "rules_test.yml").status())
                .isNotZero();
    }

    @Test
    void everyAlertHasItsPlaceInTheRunbook() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("..", "docs", "alerts.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(Rules.alerts()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(headings).containsAll(Rules.alerts());
        assertThat(Rules.runbooks())
                .hasSameSizeAs(Rules.alerts())
                .zipSatisfy(Rules.alerts(), (runbook, alert) -> assertThat(runbook)
                        .endsWith("/docs/alerts.md#" + alert.toLowerCase(Locale.ROOT)));
    }
}
