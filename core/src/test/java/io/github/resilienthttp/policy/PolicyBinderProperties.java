// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PolicyBinderProperties {
    @Property(tries = 2000)
    void anyPropertiesAreEitherBoundOrRefusedWithFaults(@ForAll("properties") Map<String, String> properties) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        properties.forEach((key, value) -> values.put(key, new ConfigValue(value, "f:" + values.size())));
        try {
            ResilientHttpConfig config = PolicyBinder.bind(values);
            assertThat(config.clients()).containsKey("default");
            config.clients().values().forEach(policy -> {
                assertThat(policy.toBuilder().build()).isEqualTo(policy);
                assertThat(Plan.of(policy)).startsWith(policy.client());
                assertThat(PlanWarnings.of(policy)).doesNotContainNull();
                assertThat(WorstCase.of(policy).worstCaseMillis()).isPositive();
            });
        } catch (InvalidConfigurationException refused) {
            assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.problem()).isNotBlank().isNotEqualTo("null");
                assertThat(fault.toString().lines()).hasSize(1);
            });
        }
    }

    @Provide
    Arbitrary<Map<String, String>> properties() {
        return Arbitraries.maps(keys(), values()).ofMaxSize(12);
    }

    private static Arbitrary<String> keys() {
        Arbitrary<String> prefix = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("resilient-http.defaults.", "resilient-http.clients.a.")),
                Tuple.of(2, Arbitraries.of("resilient-http.clients.", "resilient-http.", "", "resilient.http.")));
        Arbitrary<String> known = Arbitraries.of(PolicyKeys.all()).map(PolicyKey::name);
        Arbitrary<String> rest = Arbitraries.oneOf(
                known,
                known,
                known.map(name -> "b.c." + name),
                known.map(name -> name + "[0]"),
                Arbitraries.strings().ofMaxLength(12));
        return Combinators.combine(prefix, rest).as(String::concat);
    }

    private static Arbitrary<String> values() {
        List<String> samples =
                KeyCase.all().flatMap(sample -> sample.accepted().stream()).toList();
        List<String> refused =
                KeyCase.all().flatMap(sample -> sample.refused().stream()).toList();
        return Arbitraries.oneOf(
                Arbitraries.of(samples),
                Arbitraries.of(samples),
                Arbitraries.of(refused),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789.,%-!xmshdPT:/[] ").ofMaxLength(12));
    }

    @Property(tries = 500)
    void knownKeysWithTheirOwnValuesAreNeverMistaken(@ForAll("ownValues") Map<String, String> properties) {
        PolicyBuilder builder = Policy.builder("c");
        properties.forEach(builder::set);
        try {
            Policy policy = builder.build();
            properties.forEach((key, text) -> {
                PolicyKey<?> known = PolicyKeys.find(key).orElseThrow();
                boolean overridden =
                        key.startsWith("rate-limit.p") && policy.rateLimit().instance() != null;
                if (!overridden) {
                    assertThat(known.text(policy)).isEqualTo(text);
                }
            });
        } catch (InvalidConfigurationException refused) {
            assertThat(refused.faults()).noneMatch(fault -> fault.problem().contains("; allowed: "));
        }
    }

    @Provide
    Arbitrary<Map<String, String>> ownValues() {
        List<Map.Entry<String, String>> all = KeyCase.all()
                .flatMap(sample -> sample.accepted().stream().map(text -> Map.entry(sample.key(), text)))
                .toList();
        return Arbitraries.of(all).list().ofMaxSize(6).map(entries -> {
            Map<String, String> chosen = new LinkedHashMap<>();
            entries.forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
            return chosen;
        });
    }
}
