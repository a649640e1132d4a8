// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationMetadataTest {
    private static final Path COMMITTED =
            Path.of("src", "main", "resources", "META-INF", "spring-configuration-metadata.json");
    private static final Path FRESH = Path.of("target", "spring-configuration-metadata.json");

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> committed(String part) throws IOException {
        return (List<Map<String, Object>>) new JsonMapper()
                .readValue(Files.readString(COMMITTED), Map.class)
                .get(part);
    }

    private static Map<String, Object> property(String name) throws IOException {
        return committed("properties").stream()
                .filter(each -> name.equals(each.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isWhatTheTableOfKeysSays() throws IOException {
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, MetadataJson.write());
        assertThat(COMMITTED)
                .as("out of date: cp spring-adapter/%s spring-adapter/%s", FRESH, COMMITTED)
                .hasSameTextualContentAs(FRESH);
    }

    @Test
    void hasEveryKeyTwiceAndNoneMore() throws IOException {
        List<Object> names =
                committed("properties").stream().map(each -> each.get("name")).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (PolicyKey<?> key : PolicyKeys.all()) {
            assertThat(names).contains("resilient-http.clients.*." + key.name());
            assertThat(names.contains("resilient-http.defaults." + key.name())).isNotEqualTo(key.clientsOnly());
        }
        assertThat(names).hasSize(2 * PolicyKeys.all().size() - 1 + BootSettings.KEYS.size() + 5);
    }

    @Test
    void everyPropertyIsDescribedInASentence() throws IOException {
        assertThat(committed("properties")).allSatisfy(each -> {
            assertThat((String) each.get("description"))
                    .matches("(?s)[A-Z].*\\.")
                    .doesNotStartWith("The ");
            assertThat((String) each.get("type")).matches("java\\..*|io\\.github\\..*|org\\.springframework\\..*");
        });
    }

    @Test
    void valuesAreOfTheirTypes() throws IOException {
        assertThat(property("resilient-http.defaults.timeout.total"))
                .containsEntry("type", "java.time.Duration")
                .containsEntry("defaultValue", "30s");
        assertThat(property("resilient-http.defaults.retry.max-attempts"))
                .containsEntry("type", "java.lang.Integer")
                .containsEntry("defaultValue", 3);
        assertThat(property("resilient-http.clients.*.retry.methods").get("defaultValue"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("GET", "QUERY");
        assertThat(property("resilient-http.clients.*.origins")).doesNotContainKey("defaultValue");
    }

    @Test
    void enumsHaveTheirValuesAsHints() throws IOException {
        assertThat(committed("hints"))
                .anySatisfy(hint -> assertThat(hint.toString())
                        .contains("resilient-http.defaults.mode", "enforce", "observe", "off"))
                .anySatisfy(hint -> assertThat(hint.toString())
                        .contains("resilient-http.clients.*.throttle.without-hint", "fail-fast", "backoff"));
    }
}
