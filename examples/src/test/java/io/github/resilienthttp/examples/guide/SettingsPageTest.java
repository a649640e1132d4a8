// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.examples.Program;
import io.github.resilienthttp.examples.Program.Ended;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.WorstCase;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page on settings says that the program prints, it prints; and its sums are right. */
class SettingsPageTest {
    private final GuidePage page = GuidePage.named("settings");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stock.properties", "tight.properties"})
    void planPrintsWhatThePageShows(String name) throws Exception {
        Ended plan = Program.run("plan", "--config", written(name).toString());
        assertThat(plan.status()).isZero();
        List<String> shown =
                page.block("", "$ java -jar examples/target/resilient-http.jar plan --config " + name).lines().stream()
                        .skip(1)
                        .filter(line -> !line.equals("…"))
                        .toList();
        assertThat(shown).isNotEmpty();
        assertThat(plan.out().lines()).containsSubsequence(shown);
    }

    @Test
    void theWorstCasesAreThoseOfTheTable() throws Exception {
        Policy stock = PropertiesFile.read(written("stock.properties")).bind().policyFor("stock");
        assertThat(page.text())
                .contains("**" + WorstCase.of(stock).worstCaseMillis() + " ms**")
                .contains("**" + WorstCase.of(Policy.builder("any").build()).worstCaseMillis() / 1000.0 + " s**");
    }

    private Path written(String name) throws Exception {
        CodeBlock block = page.block("properties", "# " + name);
        return Files.write(folder.resolve(name), block.lines());
    }
}
