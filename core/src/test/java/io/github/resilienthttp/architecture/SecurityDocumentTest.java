// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md promises is tested where it says so. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|Properties|Contract))`");
    private static final Pattern KEY = Pattern.compile("`([a-z-]+\\.[a-z.-]+)`, ");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        assertThat(named(TEST)).hasSizeGreaterThan(20).isSubsetOf(testClasses());
    }

    @Test
    void everyKeyThatItNamesIsThere() throws IOException {
        List<String> keys = PolicyKeys.all().stream().map(PolicyKey::name).toList();

        assertThat(named(KEY)).hasSizeGreaterThan(5).isSubsetOf(keys);
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve("SECURITY.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("core", "httpclient5-adapter", "spring-adapter", "examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
