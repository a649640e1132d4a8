// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.policy.PlanWarnings;
import io.github.resilienthttp.testkit.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    static Stream<MarkdownPage> pages() {
        return MarkdownPage.below(ROOT).stream();
    }

    @Test
    void thereIsSomethingToCheck() {
        List<MarkdownPage> pages = pages().toList();
        assertThat(pages)
                .extracting(page -> ROOT.relativize(page.path()).toString())
                .contains(
                        "README.md",
                        "CHANGELOG.md",
                        "examples/README.md",
                        "docs/configuration.md",
                        "docs/storm.md",
                        "docs/guide/log.md");
        MarkdownPage readme = MarkdownPage.read(ROOT.resolve("README.md"));
        assertThat(readme.blocks("java")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(readme.blocks("properties")).isNotEmpty();
        assertThat(readme.links()).hasSizeGreaterThan(3);
        assertThat(readme.blocks().stream().flatMap(block -> PageChecks.commands(block).stream()))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** Who pastes it into an empty project should not begin with a warning. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide/install.md"})
    void theFirstExampleIsNotWarnedOf(String name) throws IOException {
        Path file = Files.write(
                folder.resolve("first.properties"),
                MarkdownPage.read(ROOT.resolve(name))
                        .blocks("properties")
                        .get(0)
                        .lines());
        assertThat(PropertiesFile.read(file).bind().clients().values())
                .hasSize(2)
                .allSatisfy(policy -> assertThat(PlanWarnings.of(policy)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void allOfAPageIsTrue(MarkdownPage page) {
        PageChecks checks = new PageChecks(folder);
        assertThat(checks.uncompilable(page)).isEmpty();
        assertThat(checks.unbindable(page)).isEmpty();
        assertThat(PageChecks.unusable(page)).isEmpty();
        assertThat(PageChecks.leadingNowhere(page)).isEmpty();
        assertThat(KeyMentions.faults(page.path())).isEmpty();
        assertThat(page.blocks("")).as("Java that nobody compiles").noneMatch(block -> block.lines().stream()
                .anyMatch(line -> line.endsWith(";")));
    }

    @Test
    void aKeyThatIsNoneIsTold() throws IOException {
        page(
                "`timeout.total`, `budget.*`, `mode=observe`, `scope=path:N`, `rate-limit.permits=1`, `error.type`",
                "`breaker.failure-rate`",
                "`cooldown.max-wait=soon`",
                "```",
                "`retry.never`",
                "```");
        assertThat(KeyMentions.faults(folder.resolve("page.md")))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("page.md:2: breaker.failure-rate is no key"))
                .anyMatch(fault -> fault.contains("page.md:3: ") && fault.contains("soon"));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        MarkdownPage page = page(
                "```java",
                "Policy billing = Policy.builder(\"billing\")",
                "        .maximumAttempts(4)",
                "        .build();",
                "```",
                "[gone](docs/gone.md#part), [there](page.md), `[code](no.md)`, [elsewhere](https://example.org/x)",
                "```properties",
                "resilient-http.defaults.timeout.totl=10s",
                "resilient-http.defaults.mode=on",
                "```",
                "```",
                "java -jar examples/target/resilient-http.jar plan --config a.properties",
                "java -jar examples/target/resilient-http.jar plan --configuration a.properties",
                "java -jar resilient-http.jar try --repeat many \\",
                "    http://localhost/",
                "java -jar resilient-http.jar fly",
                "```");
        PageChecks checks = new PageChecks(folder);
        assertThat(checks.uncompilable(page))
                .hasSize(1)
                .first()
                .asString()
                .contains("page.md:3: ", "maximumAttempts(int)");
        assertThat(checks.unbindable(page)).hasSize(2).allMatch(fault -> fault.contains("page.md:8: "));
        assertThat(checks.unbindable(page).get(0)).contains("timeout.total");
        assertThat(PageChecks.unusable(page))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("--configuration"))
                .anyMatch(fault -> fault.contains("--repeat"))
                .anyMatch(fault -> fault.contains("fly"));
        assertThat(PageChecks.leadingNowhere(page))
                .hasSize(1)
                .first()
                .asString()
                .contains("page.md:6: ", "gone.md");
    }

    @Test
    void aBlockMayHoldTypesOfItsOwn() throws IOException {
        PageChecks checks = new PageChecks(folder);
        assertThat(checks.uncompilable(page("```java", "record Order(int id) {}", "```")))
                .isEmpty();
        assertThat(checks.uncompilable(page("```java", "record Order(int id) { Foo foo() {} }", "```")))
                .isNotEmpty();
    }

    @Test
    void aDeprecatedMethodIsNoExample() throws IOException {
        MarkdownPage page = page("```java", "http.execute(new HttpGet(\"https://api.example/\"));", "```");
        assertThat(new PageChecks(folder).uncompilable(page))
                .hasSize(1)
                .first()
                .asString()
                .contains("deprecated");
    }

    private MarkdownPage page(String... lines) throws IOException {
        return MarkdownPage.read(Files.write(folder.resolve("page.md"), List.of(lines)));
    }
}
