// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    private static final Path COMMITTED = Path.of("..", "docs", "configuration.md");
    private static final Path FRESH = Path.of("target", "configuration.md");

    @Test
    void theTableOfKeysIsUpToDate() throws IOException {
        String committed = Files.readString(COMMITTED);
        int begin = committed.indexOf('\n', committed.indexOf("<!-- keys:")) + 1;
        int end = committed.indexOf("<!-- /keys -->");
        String fresh = committed.substring(0, begin) + table() + committed.substring(end);
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, fresh);
        assertThat(committed)
                .as("docs/configuration.md is out of date: cp core/target/configuration.md docs/configuration.md")
                .isEqualTo(fresh);
    }

    @Test
    void theExampleHasThePlansThatFollow() throws IOException {
        String committed = Files.readString(COMMITTED);
        Properties example = new Properties();
        example.load(new StringReader(between(committed, "```properties\n", "```")));
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        example.stringPropertyNames()
                .forEach(key -> values.put(key, new ConfigValue(example.getProperty(key), "example")));
        ResilientHttpConfig config = PolicyBinder.bind(values);
        assertThat(between(committed, "## The plan", "## The worst case"))
                .contains("\n" + Plan.of(config.policyFor("github")) + "\n")
                .contains("\n" + Plan.of(config.policyFor("billing.eu")) + "\n");
    }

    private static String table() {
        return PolicyKeys.all().stream()
                .map(ConfigurationDocumentTest::row)
                .collect(Collectors.joining("", "\n| key | default | allowed | meaning |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(PolicyKey<?> key) {
        String where = key.clientsOnly() ? " (`clients.<name>` only)" : "";
        return "| `" + key.name() + "` | `" + key.defaultText() + "` | " + key.allowed() + " | " + key.meaning() + where
                + " |\n";
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
