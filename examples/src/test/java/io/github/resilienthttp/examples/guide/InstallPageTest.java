// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.StubbedServer;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import io.github.resilienthttp.testkit.SnippetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to install it runs as the page has it, and makes good a 503. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InstallPageTest {
    private static final String GITHUB = "https://api.github.com";

    private final GuidePage page = GuidePage.named("install");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PlainSpring, HTTP/1.1", "Classic, HTTP/1.1", "Async, HTTP/1.1", "Http2, HTTP/2.0"})
    void aProgramRecovers(String type, String protocol) throws Exception {
        CodeBlock program = page.block("java", "class " + type + " ");
        try (StubbedServer server = unwell()) {
            Map<String, String> exchanged = new HashMap<>(Map.of(GITHUB, server.url("")));
            if (!type.equals("PlainSpring")) {
                Path file = written("properties", "# resilience.properties", server);
                exchanged.put("resilience.properties", file.toString());
            }
            SnippetFile.run(SnippetFile.load(program, folder, exchanged));
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> assertThat(seen.getProtocol())
                    .isEqualTo(protocol));
        }
    }

    @Test
    void soDoesABootApplication() throws Exception {
        try (StubbedServer server = unwell()) {
            Path yaml = written("yaml", "# application.yaml", server);
            Class<?> application =
                    SnippetFile.load(page.block("java", "class Application "), folder, Map.of(GITHUB, server.url("")));
            SnippetFile.run(
                    application,
                    "--spring.config.location=" + yaml,
                    "--spring.main.web-application-type=none",
                    "--spring.main.register-shutdown-hook=false");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void thereAreFiveWays() {
        assertThat(page.blocks("java")).hasSize(5).allMatch(SnippetFile::isOne);
        assertThat(page.blocks("xml")).hasSize(5);
    }

    private static StubbedServer unwell() {
        return new StubbedServer(answer(503, "no"), answer(200, "Design for failure."));
    }

    /** The file that the page names in its first line. */
    private Path written(String language, String name, StubbedServer server) throws Exception {
        List<String> lines = page.block(language, name).lines().stream()
                .map(line -> line.replace(GITHUB, server.url("")))
                .toList();
        return Files.write(folder.resolve(name.substring(2)), lines);
    }
}
