// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.MarkdownPage;
import io.github.resilienthttp.testkit.SnippetCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on Spring show is Java that compiles. */
class SpringPagesTest {
    private static final Path DOCS = Path.of("../docs");

    private static final List<String> PREFACE = List.of(
            "import io.github.resilienthttp.*;",
            "import io.github.resilienthttp.call.*;",
            "import io.github.resilienthttp.spring.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import org.apache.hc.client5.http.impl.classic.*;",
            "import org.eclipse.jetty.client.HttpClient;",
            "import org.springframework.web.bind.annotation.*;",
            "import org.springframework.web.client.*;",
            "import org.springframework.web.service.annotation.*;",
            "import org.springframework.web.service.invoker.*;",
            "abstract class Snippet {",
            "ResilientHttp engine;",
            "RestTemplate restTemplate;",
            "RestClient client;",
            "HttpExchangeAdapter adapter;",
            "Order order;",
            "List<Integer> metrics;",
            "record Order(int id) {}");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"spring.md", "spring-boot.md", "guide/moving-resilience4j.md", "guide/moving-spring-retry.md"})
    void allJavaCompiles(String name) {
        MarkdownPage page = MarkdownPage.read(DOCS.resolve(name));
        SnippetCompiler compiler = new SnippetCompiler(folder, PREFACE);
        assertThat(page.blocks("java").stream().flatMap(block -> compiler.faults(block).stream()))
                .isEmpty();
        assertThat(page.blocks("")).as("blocks that do not say what they are").noneMatch(block -> block.lines().stream()
                .anyMatch(line -> line.endsWith(";")));
    }

    @Test
    void thereIsSomethingToCompile() {
        assertThat(MarkdownPage.read(DOCS.resolve("spring.md")).blocks("java")).hasSizeGreaterThan(4);
    }
}
