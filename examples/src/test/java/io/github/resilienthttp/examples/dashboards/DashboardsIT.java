// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.acceptance.DemoProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Dashboard and rules against a real Prometheus that scrapes a real run. */
@EnabledIf(
        value = "io.github.resilienthttp.examples.dashboards.Prometheus#there",
        disabledReason = "there is no prometheus, or no promtool: install the package prometheus")
class DashboardsIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String FIRING = "ALERTS{alertstate=\"firing\"}";

    /** The client that paces itself waits most of the time, well or not. */
    private static final String HEALED = "ALERTS{alertstate=\"firing\", alertname!=\"ResilientHttpWaitShareHigh\"}";

    /**
     * Of the others: the engine's budget does not let amplification get that high for that long; long waits and hints that are
     * too long come singly in this run. rules_test.yml tests them all.
     */
    private static final Set<String> MUST_FIRE = Set.of(
            "ResilientHttpServerFailing",
            "ResilientHttpBudgetExhausted",
            "ResilientHttpCircuitOpen",
            "ResilientHttpRefusing",
            "ResilientHttpCooldownLong",
            "ResilientHttpWaitShareHigh");

    @TempDir
    Path folder;

    @Test
    void everyExpressionHasDataAndAlertsComeAndGo() throws IOException, InterruptedException {
        try (DemoProcess demo = DemoProcess.start();
                Prometheus prometheus = Prometheus.start(config(demo), folder)) {
            long begun = System.nanoTime();
            demo.befall("helpdesk", "errors");
            demo.befall("localize", "brown-out");
            Set<String> fired = new TreeSet<>();
            while (!fired.containsAll(MUST_FIRE)) {
                fired.addAll(prometheus.labels("alertname", FIRING));
                assertThat(elapsed(begun)).as("fired: %s", fired).isLessThan(LONGEST);
                Thread.sleep(500);
            }
            for (String upstream : List.of("buttercms", "helpdesk", "variations", "localize")) {
                demo.befall(upstream, "well");
            }
            everyExpressionHasData(prometheus);
            assertThat(prometheus.unwellRules()).isEmpty();
            assertThat(prometheus.labels("client", "resilient_http_budget{application=~\".*\", instance=~\".*\"}"))
                    .contains("buttercms", "helpdesk", "variations", "localize");
            long healing = System.nanoTime();
            while (!prometheus.labels("alertname", HEALED).isEmpty()) {
                assertThat(elapsed(healing))
                        .as("still firing: %s", prometheus.labels("alertname", HEALED))
                        .isLessThan(LONGEST);
                Thread.sleep(500);
            }
        }
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The committed configuration, with this demo's port and at a quicker pace. */
    private Path config(DemoProcess demo) throws IOException {
        String committed = Files.readString(Rules.FOLDER.resolve("prometheus.yml"));
        String target = demo.address().replaceAll("http://|/", "");
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(
                config, committed.replace("localhost:8080", target).replaceAll("interval: 5s", "interval: 1s"));
        assertThat(Files.readString(config)).contains(target, "interval: 1s").doesNotContain("5s");
        Files.writeString(folder.resolve("rules.yml"), Rules.quickened());
        Promtool.Ended checked = Promtool.run(folder, "check", "config", "prometheus.yml");
        assertThat(checked.status()).as(checked.output()).isZero();
        return config;
    }

    private static void everyExpressionHasData(Prometheus prometheus) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Rules.quickenedExpressions());
        CommittedDashboard.expressions().stream().map(DashboardsIT::chosen).forEach(all::add);
        assertThat(all).hasSizeGreaterThan(60).allMatch(expression -> !expression.contains("$"));
        List<String> without = new ArrayList<>();
        for (String expression : all) {
            if (prometheus.samples(expression) == 0) {
                without.add(expression);
            }
        }
        assertThat(without).as("expressions without data, of %s", all.size()).isEmpty();
        assertThat(prometheus.samples("resilient_http_no_such_meter")).isZero();
    }

    /** As Grafana writes it for one application, all instances and four clients. */
    private static String chosen(String expression) {
        return expression
                .replace("$application", "resilient-http-demo")
                .replace("$instance", ".*")
                .replace("$client", "(buttercms|helpdesk|variations|localize)")
                .replace("$__rate_interval", "5s");
    }
}
