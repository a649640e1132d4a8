// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration that is generated, or somebody else's, must not hold the start. */
class BoundedBindingTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String CLIENT = "resilient-http.clients.a.";

    @ParameterizedTest
    @ValueSource(strings = {"a.", "retry.", ".", "-", "x"})
    void aLongKeyIsRefusedSoon(String part) {
        Map<String, ConfigValue> values =
                Map.of(CLIENT + part.repeat(20_000 / part.length()), new ConfigValue("1", "f:1"));

        InvalidConfigurationException refused = assertTimeoutPreemptively(LIMIT, () -> bind(values));

        assertThat(refused.faults()).hasSize(1);
    }

    @Test
    void manyFaultsAreToldSoonAndInTheirOrder() {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (int n = 20_000; n > 0; n--) {
            values.put("resilient-http.unknown" + n, new ConfigValue("1", "f:" + n));
        }

        InvalidConfigurationException refused = assertTimeoutPreemptively(LIMIT, () -> bind(values));

        assertThat(refused.faults()).extracting(Fault::key).containsExactlyElementsOf(values.keySet());
    }

    @Test
    void aListOfManyEntriesIsPutTogetherSoon() {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (int n = 9_999; n >= 0; n--) {
            values.put(CLIENT + "hint.body-pointers[" + n + "]", new ConfigValue("/" + "p".repeat(200) + n, "f:1"));
        }

        ResilientHttpConfig config = assertTimeoutPreemptively(LIMIT, () -> PolicyBinder.bind(values));

        assertThat(config.clients().get("a").hint().bodyPointers())
                .hasSize(10_000 + 3)
                .startsWith("/" + "p".repeat(200) + 0);
    }

    private static InvalidConfigurationException bind(Map<String, ConfigValue> values) {
        return catchThrowableOfType(InvalidConfigurationException.class, () -> PolicyBinder.bind(values));
    }
}
