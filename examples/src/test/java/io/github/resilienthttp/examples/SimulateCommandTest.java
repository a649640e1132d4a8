// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {
    @TempDir
    Path folder;

    private static Map<String, JsonNode> byPolicy(Ended ended) {
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended.json().stream()
                .collect(Collectors.toMap(line -> line.get("policy").stringValue(), Function.identity()));
    }

    private String config(String... lines) throws IOException {
        return Files.write(folder.resolve("a.properties"), List.of(lines)).toString();
    }

    @Test
    void theTableShowsThePolicyBesideTheOthersAndAChart() {
        Ended ended = Program.run("simulate");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .startsWith("default: total 30s")
                .contains("overload: 40 calls a second, in a storm of 10 s 80; 1 client, seed 1")
                .containsPattern("(?m)^  default +×0\\.\\d+ +×0\\.\\d+ +.* \\d+ s ")
                .containsPattern("(?m)^  3 retries, jitter +×1\\.\\d+ +×4\\.\\d+ .* 0\\.0 % +never ")
                .contains("AWS standard 2.1", "gRPC throttle", "Finagle budget", "requests  ", "^^^^^ the storm");
    }

    @Test
    void theTableOfThePageIsTheOneThatItsCommandPrints() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "storm.md")))
                .contains(Program.run("simulate").out().stripTrailing());
    }

    @Test
    void jsonHasOneObjectAPolicy() {
        Map<String, JsonNode> lines = byPolicy(Program.run("simulate", "--json", "--seed", "7"));
        assertThat(lines).hasSize(8).containsKeys("default", "no retries", "3 retries", "3 retries, jitter");
        JsonNode ours = lines.get("default");
        assertThat(ours.propertyNames())
                .containsExactly(
                        "policy",
                        "scenario",
                        "clients",
                        "seed",
                        "amplificationDuring",
                        "amplificationAfter",
                        "goodputDuring",
                        "goodputAfter",
                        "recoverySeconds",
                        "calls",
                        "endedWell",
                        "requests",
                        "refused",
                        "throttled",
                        "wasted");
        assertThat(ours.get("amplificationAfter").doubleValue()).isBetween(0.5, 1.1);
        assertThat(ours.get("recoverySeconds").intValue()).isBetween(1, 20);
        assertThat(lines.get("3 retries").get("recoverySeconds").isNull()).isTrue();
        assertThat(lines.get("no retries").get("calls")).isEqualTo(ours.get("calls"));
        assertThat(ours.get("seed").intValue()).isEqualTo(7);
    }

    @Test
    void thePolicyIsTheOneOfTheFile() throws IOException {
        String file = config(
                "resilient-http.clients.reckless.budget.enabled=false",
                "resilient-http.clients.reckless.circuit-breaker.enabled=false",
                "resilient-http.clients.careful.retry.max-attempts=1");
        JsonNode reckless = byPolicy(Program.run("simulate", "--json", "--config", file, "--client", "reckless"))
                .get("reckless");
        assertThat(reckless.get("recoverySeconds").isNull()).isTrue();
        assertThat(reckless.get("amplificationAfter").doubleValue()).isGreaterThan(2);
        JsonNode careful = byPolicy(Program.run("simulate", "--json", "--config", file, "--client", "careful"))
                .get("careful");
        assertThat(careful.get("amplificationAfter").doubleValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void aLimitThatIsSmallerThanTheScenarioIsPointedOut() throws IOException {
        String file = config(
                "resilient-http.clients.slow.rate-limit.permits=20",
                "resilient-http.clients.slow.rate-limit.period=60s",
                "resilient-http.clients.fast.rate-limit.permits=40",
                "resilient-http.clients.fast.rate-limit.period=1s");
        String mind = "Mind rate-limit.*: it grants 0.3 calls a second, the scenario brings 40.";
        assertThat(Program.run("simulate", "--config", file, "--client", "slow").out())
                .contains(mind);
        assertThat(Program.run("simulate", "--config", file, "--client", "fast").out())
                .doesNotContain("Mind");
        assertThat(Program.run("simulate", "--json", "--config", file, "--client", "slow")
                        .out())
                .doesNotContain("Mind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage", "brownout", "overload", "throttle", "throttle-without-hint"})
    void eachScenarioIsThereAndItsNumbersAreThoseOfTheSeed(String name) {
        String[] args = {"simulate", "--json", "--scenario", name, "--clients", "10", "--seed", "3"};
        Ended ended = Program.run(args);
        assertThat(byPolicy(ended).values())
                .hasSize(8)
                .allMatch(line -> line.get("scenario").stringValue().equals(name)
                        && line.get("clients").intValue() == 10);
        assertThat(Program.run(args).out()).isEqualTo(ended.out());
    }

    @Test
    void theTableOfSecondsHasAllPoliciesAndOneLineOfNames() throws IOException {
        Path csv = folder.resolve("a.csv");
        assertThat(Program.run("simulate", "--csv", csv.toString()).status()).isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + 8 * 120);
        assertThat(lines.get(0)).startsWith("policy,second,calls,");
        assertThat(lines.stream().filter(line -> line.startsWith("policy,"))).hasSize(1);
        assertThat(lines.get(960)).startsWith("Finagle budget,119,");
        assertThat(lines.get(361)).startsWith("\"3 retries, jitter\",0,");
    }

    @Test
    void thePlotIsSvg() throws IOException {
        Path svg = folder.resolve("a.svg");
        Ended ended = Program.run("simulate", "--json", "--plot", svg.toString());
        assertThat(byPolicy(ended)).hasSize(8);
        String drawn = Files.readString(svg);
        assertThat(drawn).contains("<svg ", "height=\"760\"", "<path").containsPattern("</svg\\s*>\\s*$");
        assertThat(Files.size(svg)).isBetween(20_000L, 2_000_000L);
    }

    @Test
    void aPolicyThatNeedsTheApplicationIsToldInOneLine() throws IOException {
        Ended ended =
                Program.run("simulate", "--config", config("resilient-http.defaults.circuit-breaker.instance=theirs"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("theirs");
    }
}
