// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SimulateIT {
    @Test
    void aFileIsSimulatedPlottedAndTabulated(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("a.svg");
        Path csv = folder.resolve("a.csv");
        try (ConfigFile config = ConfigFile.ofLines("resilient-http.clients.github.retry.max-attempts=2")) {
            Ended ended = PackagedProgram.run(
                    "simulate",
                    "--config",
                    config.toString(),
                    "--client",
                    "github",
                    "--scenario",
                    "outage",
                    "--json",
                    "--plot",
                    svg.toString(),
                    "--csv",
                    csv.toString());
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).as("no log of calls that nobody made").isEmpty();
            assertThat(ended.json()).hasSize(8);
            JsonNode github = ended.json().get(0);
            assertThat(github.get("policy").stringValue()).isEqualTo("github");
            assertThat(github.get("amplificationDuring").doubleValue()).isLessThan(0.2);
        }
        assertThat(Files.readString(svg)).contains("<svg ");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(1000);
    }

    @Test
    void withoutAnyOptionThereIsATable() {
        Ended ended = PackagedProgram.run("simulate");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("default", "no retries", "Finagle budget", "the storm");
    }
}
