// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.testkit.MarkdownPage;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import io.github.resilienthttp.testkit.SnippetCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What has to be true of a page. Each check gives what is wrong, with file and line; nothing where all is well. */
final class PageChecks {
    /** What a reader's IDE would import, and what a page takes as given. */
    private static final List<String> PREFACE = List.of(
            "import io.github.resilienthttp.*;",
            "import io.github.resilienthttp.call.*;",
            "import io.github.resilienthttp.config.*;",
            "import io.github.resilienthttp.decision.*;",
            "import io.github.resilienthttp.event.*;",
            "import io.github.resilienthttp.gate.*;",
            "import io.github.resilienthttp.httpclient5.*;",
            "import io.github.resilienthttp.meter.*;",
            "import io.github.resilienthttp.policy.*;",
            "import io.github.resilienthttp.storm.*;",
            "import static io.github.resilienthttp.storm.Scenarios.*;",
            "import static io.github.resilienthttp.storm.StormAssertions.*;",
            "import io.micrometer.core.instrument.Meter;",
            "import io.micrometer.core.instrument.MeterRegistry;",
            "import io.micrometer.core.instrument.config.MeterFilter;",
            "import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import org.apache.hc.client5.http.classic.methods.*;",
            "import org.apache.hc.client5.http.impl.async.*;",
            "import org.apache.hc.client5.http.impl.classic.*;",
            "import org.apache.hc.client5.http.impl.io.*;",
            "import org.apache.hc.client5.http.protocol.*;",
            "import org.apache.hc.core5.http.io.entity.*;",
            "import org.junit.jupiter.api.*;",
            "abstract class Snippet {",
            "ResilientHttp resilience;",
            "CloseableHttpClient http;",
            "MeterRegistry registry;",
            "MeterRegistry meterRegistry;",
            "io.micrometer.observation.ObservationRegistry observationRegistry;",
            "abstract void requeue(Reason reason, Instant notBefore);");

    /** Compiled where Spring is at home, in the starter's own tests. */
    private static final Set<String> SPRING =
            Set.of("spring.md", "spring-boot.md", "moving-resilience4j.md", "moving-spring-retry.md");

    private static final Pattern COMMAND = Pattern.compile("java -jar (?:examples/target/)?resilient-http\\.jar ?(.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path scratch;

    /** Temporary files go into that folder. */
    PageChecks(Path scratch) {
        this.scratch = scratch;
    }

    List<String> uncompilable(MarkdownPage page) {
        if (SPRING.contains(page.path().getFileName().toString())) {
            return List.of();
        }
        SnippetCompiler compiler = new SnippetCompiler(scratch, PREFACE);
        return page.blocks("java").stream()
                .flatMap(block -> compiler.faults(block).stream())
                .map(fault -> page.path() + ":" + fault)
                .toList();
    }

    List<String> unbindable(MarkdownPage page) {
        return page.blocks("properties").stream()
                .flatMap(block -> faults(block).map(fault -> page.path() + ":" + block.line() + ": " + fault))
                .toList();
    }

    private Stream<String> faults(CodeBlock block) {
        try {
            PropertiesFile.read(Files.write(scratch.resolve("block.properties"), block.lines()))
                    .bind();
            return Stream.empty();
        } catch (InvalidConfigurationException refused) {
            return refused.faults().stream().map(Object::toString);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> unusable(MarkdownPage page) {
        List<String> faults = new ArrayList<>();
        for (CodeBlock block : page.blocks()) {
            for (String command : commands(block)) {
                try {
                    PrintStream nowhere =
                            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
                    Main.commands(new Console(nowhere, nowhere, InputStream.nullInputStream(), false, false))
                            .parseArgs(words(command));
                } catch (CommandLine.ParameterException mistake) {
                    faults.add(page.path() + ":" + block.line() + ": " + command + ": " + mistake.getMessage());
                }
            }
        }
        return faults;
    }

    /** The arguments of each use of the program in the block, a line that is continued with a backslash as one. */
    static List<String> commands(CodeBlock block) {
        String text = String.join("\n", block.lines()).replaceAll("\\\\\n\\s*", " ");
        return COMMAND.matcher(text)
                .results()
                .map(use -> use.group(1).replaceFirst("\\s+(#|\\||>|2>).*", "").strip())
                .toList();
    }

    private static String[] words(String command) {
        return WORD.matcher(command).results().map(PageChecks::unquoted).toArray(String[]::new);
    }

    private static String unquoted(MatchResult word) {
        for (int group = 1; group <= 2; group++) {
            if (word.group(group) != null) {
                return word.group(group);
            }
        }
        return word.group(3);
    }

    static List<String> leadingNowhere(MarkdownPage page) {
        Path folder = page.path().toAbsolutePath().getParent();
        return page.links().stream()
                .filter(link -> !link.target().matches("[a-z]+:.*|#.*"))
                .filter(link -> !Files.exists(folder.resolve(link.target().replaceFirst("#.*", ""))))
                .map(link -> page.path() + ":" + link.line() + ": no such file: " + link.target())
                .toList();
    }
}
