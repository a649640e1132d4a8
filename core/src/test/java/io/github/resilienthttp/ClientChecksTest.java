// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ClientChecksTest {
    private static Policy client(String name, String... origins) {
        return Policy.builder(name).origins(origins).build();
    }

    private static Policy pointing(UnaryOperator<PolicyBuilder> pointer) {
        return pointer.apply(Policy.builder("github")).build();
    }

    @Test
    void anOriginBelongsToOneClient() {
        List<Policy> policies = List.of(
                client("a", "https://one.example", "https://two.example"),
                client("b", "https://ONE.example:443"),
                client("c", "https://two.example", "http://two.example"));
        assertThatThrownBy(() -> ClientChecks.check(policies, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "clients a and b both have the origin https://one.example",
                        "clients a and c both have the origin https://two.example");
    }

    @Test
    void differentPortsAndSchemesAreDifferentOrigins() {
        assertThatCode(() -> ClientChecks.check(
                        List.of(
                                client("a", "https://one.example"),
                                client("b", "http://one.example"),
                                client("c", "https://one.example:8443")),
                        true))
                .doesNotThrowAnyException();
    }

    @Test
    void pointersWithoutAParserAreRefusedWithWhatToAdd() {
        for (Policy policy : List.of(
                pointing(settings -> settings.errorCodePointer("/c")),
                pointing(settings -> settings.errorMessagePointer("/m")),
                pointing(settings -> settings.errorFieldsPointer("/f")),
                pointing(settings -> settings.errorRequestIdPointer("/r")),
                pointing(settings -> settings.set("hint.body-pointers", "/wait")))) {
            assertThatThrownBy(() -> ClientChecks.check(List.of(policy), false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("client github", "tools.jackson.core:jackson-core");
            assertThatCode(() -> ClientChecks.check(List.of(policy), true)).doesNotThrowAnyException();
        }
        assertThatCode(() -> ClientChecks.check(List.of(pointing(settings -> settings)), false))
                .doesNotThrowAnyException();
    }
}
