// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("try")
class VariantsBenchTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyRowDoesWhatItSays(Suite suite) throws Exception {
        // One that stays open: the server is started once for all rows.
        try (Subject first = Checked.open(suite.variants().get(0))) {
            for (Variant variant : suite.variants()) {
                try (Subject subject = Checked.open(variant)) {
                    assertThat(subject.call(1)).as(variant.name()).isEqualTo(variant.expected());
                }
            }
            assertThat(first.call(0)).isEqualTo(suite.variants().get(0).expected());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyBaselineIsARowOfItsSuite(Suite suite) {
        Set<String> rows = suite.variants().stream().map(Variant::name).collect(Collectors.toSet());

        assertThat(suite.variants()).allSatisfy(variant -> assertThat(rows).contains(variant.baseline()));
    }

    @Test
    void everyMarkNamesRowsThatAreThere() {
        Set<String> rows = Set.of(Suite.values()).stream()
                .flatMap(suite -> suite.variants().stream())
                .map(Variant::name)
                .collect(Collectors.toSet());

        assertThat(Marks.ALL).allSatisfy(mark -> {
            assertThat(rows).contains(mark.over().variant(), mark.under().variant());
        });
    }

    @Test
    void jmhFindsEverySuite() throws IOException {
        String list;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
            list = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        for (Suite suite : Suite.values()) {
            assertThat(list).contains(suite.bench().getName());
        }
    }
}
