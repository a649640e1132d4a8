// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyKeysTest {
    static Stream<KeyCase> cases() {
        return KeyCase.all();
    }

    @Test
    void everyKeyHasACaseAndStandsInThatOrder() {
        assertThat(PolicyKeys.all())
                .extracting(PolicyKey::name)
                .isEqualTo(cases().map(KeyCase::key).toList());
    }

    @Test
    void everyConstantIsInTheTable() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Class<?> table : List.of(CallKeys.class, RetryKeys.class, GateKeys.class)) {
            for (Field field : table.getDeclaredFields()) {
                if (field.getType() == PolicyKey.class) {
                    constants.add(field.get(null));
                }
            }
        }
        assertThat(PolicyKeys.all()).hasSameSizeAs(constants);
        assertThat(constants.containsAll(PolicyKeys.all())).isTrue();
    }

    @Test
    void noKeyEndsInAnotherSoThatNamesWithDotsAreUnambiguous() {
        for (PolicyKey<?> key : PolicyKeys.all()) {
            assertThat(PolicyKeys.all()).noneMatch(other -> key.name().endsWith("." + other.name()));
        }
    }

    @Test
    void onlyOriginsBelongToClientsAlone() {
        assertThat(PolicyKeys.all().stream().filter(PolicyKey::clientsOnly).map(PolicyKey::name))
                .containsExactly("origins");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheDocumentedDefault(KeyCase sample) {
        PolicyKey<?> key = sample.policyKey();
        assertThat(key.defaultText()).isEqualTo(sample.byDefault());
        assertThat(key.text(Policy.builder("c").build())).isEqualTo(sample.byDefault());
        assertThat(key.description())
                .contains("default " + sample.byDefault() + ";")
                .contains(key.allowed());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesValuesUpToTheEdgesOfItsRangeAndPutsThemInTheirPlace(KeyCase sample) {
        for (String text : sample.accepted()) {
            Policy policy = sample.builder().set(sample.key(), text).build();
            assertThat(sample.policyKey().text(policy)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesOtherValuesAndSaysWhatIsAllowed(KeyCase sample) {
        for (String text : sample.refused()) {
            assertThatThrownBy(() -> sample.builder().set(sample.key(), text).build())
                    .as("%s=%s", sample.key(), text)
                    .isInstanceOfSatisfying(InvalidConfigurationException.class, refused -> assertThat(refused.faults())
                            .singleElement()
                            .satisfies(fault -> {
                                assertThat(fault.key()).isEqualTo(sample.key());
                                assertThat(fault.value()).isEqualTo(FaultText.shown(text));
                                assertThat(fault.problem())
                                        .endsWith("; allowed: "
                                                + sample.policyKey().allowed());
                            }));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesAnEmptyValue(KeyCase sample) {
        assertThatThrownBy(() -> Policy.builder("c").set(sample.key(), " ").build())
                .hasMessageContaining("empty; allowed: " + sample.policyKey().allowed());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPolicyIsRebuiltFromItself(KeyCase sample) {
        for (String text : sample.accepted()) {
            Policy policy = sample.builder().set(sample.key(), text).build();
            assertThat(policy.toBuilder().build()).isEqualTo(policy).hasSameHashCodeAs(policy);
        }
    }
}
