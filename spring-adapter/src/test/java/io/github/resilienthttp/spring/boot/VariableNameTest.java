// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableNameTest {
    private static String key(String variable, String... clients) {
        return VariableName.of(variable, List.of(clients)).orElseThrow().key();
    }

    @Test
    void everyKeyHasItsVariablesAndNoneIsAmbiguous() {
        for (PolicyKey<?> key : PolicyKeys.all()) {
            String upper = key.name().toUpperCase(Locale.ROOT).replace('.', '_');
            for (String form : List.of(upper.replace('-', '_'), upper.replace("-", ""))) {
                assertThat(key("RESILIENT_HTTP_CLIENTS_GITHUB_" + form))
                        .isEqualTo("resilient-http.clients.github." + key.name());
                assertThat(key("RESILIENTHTTP_DEFAULTS_" + form)).isEqualTo("resilient-http.defaults." + key.name());
            }
        }
    }

    @Test
    void aClientThatIsConfiguredElsewhereIsFoundWhateverItsName() {
        assertThat(key("RESILIENT_HTTP_CLIENTS_BILLING_EU_TIMEOUT_TOTAL", "billing.eu", "github"))
                .isEqualTo("resilient-http.clients.billing.eu.timeout.total");
        assertThat(key("RESILIENT_HTTP_CLIENTS_GITHUB_TIMEOUT_TOTAL", "GitHub"))
                .isEqualTo("resilient-http.clients.GitHub.timeout.total");
    }

    @Test
    void whatWouldHaveToBeGuessedIsAFault() {
        assertThat(Env.properties("resilient-http.clients.a-b.mode=observe", "resilient-http.clients.a.b.mode=observe")
                        .variables("RESILIENT_HTTP_CLIENTS_A_B_TIMEOUT_TOTAL", "5s")
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("RESILIENT_HTTP_CLIENTS_A_B_TIMEOUT_TOTAL");
                    assertThat(fault.problem()).contains("any of the clients a-b, a.b");
                });
        assertThat(Env.empty()
                        .variables("RESILIENT_HTTP_CLIENTS_A_B_TIMEOUT_TOTAL", "5s")
                        .faults())
                .singleElement()
                .extracting(Fault::problem)
                .asString()
                .contains("no client is configured whose name may be written A_B");
    }

    @Test
    void takesItsPlaceInThePrecedence() {
        Env above = Env.empty()
                .variables("RESILIENT_HTTP_CLIENTS_GITHUB_TIMEOUT_TOTAL", "5s")
                .file("application.properties", "resilient-http.clients.github.timeout.total=9s");
        assertThat(above.client("github").timeout().total()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void listsMayBeGivenEntryByEntry() {
        assertThat(Env.empty()
                        .variables(
                                "RESILIENT_HTTP_DEFAULTS_RETRY_METHODS_0", "GET",
                                "RESILIENT_HTTP_DEFAULTS_RETRY_METHODS_1_", "PUT")
                        .client("default")
                        .retry()
                        .methods())
                .containsExactly("GET", "PUT");
    }

    @Test
    void readsBootsOwnSettings() {
        assertThat(key("RESILIENT_HTTP_APPLY_TO")).isEqualTo("resilient-http.apply-to");
        assertThat(key("RESILIENTHTTP_APPLYTO")).isEqualTo("resilient-http.apply-to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESILIENT_HTTP_DEFAULTS_RETRY_MAX_ATEMPTS",
                "RESILIENT_HTTP_CLIENT_GITHUB_TIMEOUT_TOTAL",
                "RESILIENT_HTTP_CLIENTS_GITHUB_TIMEOUT_TOTL"
            })
    void aSlipIsAFault(String variable) {
        assertThat(Env.empty().variables(variable, "1").faults())
                .extracting(Fault::problem)
                .singleElement()
                .asString()
                .startsWith("unknown key");
    }

    /** A service of that name in the same cluster puts such variables into every container. */
    @ParameterizedTest
    @ValueSource(
            strings = {"RESILIENT_HTTP_SERVICE_HOST", "RESILIENT_HTTP_PORT_80_TCP_ADDR", "RESILIENT_HTTP_PORT", "PATH"})
    void whatIsNotMeantForUsIsLeftAlone(String variable) {
        assertThat(Env.empty().variables(variable, "1").faults()).isEmpty();
    }
}
