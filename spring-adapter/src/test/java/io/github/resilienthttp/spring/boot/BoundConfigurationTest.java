// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;

class BoundConfigurationTest {
    @Test
    void aClientInheritsFromTheDefaultsAndThoseFromTheTable() {
        Env env = Env.properties(
                "resilient-http.defaults.timeout.total=20s", "resilient-http.clients.github.retry.max-attempts=4");
        assertThat(env.client("github").timeout().total()).isEqualTo(Duration.ofSeconds(20));
        assertThat(env.client("github").retry().maxAttempts()).isEqualTo(4);
        assertThat(env.client("default").retry().maxAttempts()).isEqualTo(3);
    }

    @Test
    void readsYamlWithItsListsAndNumbers() {
        Env env = Env.yaml("""
                resilient-http:
                  clients:
                    "[api.github.com]":
                      origins:
                        - https://api.github.com
                        - https://uploads.github.com
                      retry:
                        max-attempts: 2
                        methods: [GET, PUT]
                      budget:
                        deposit: 0.2
                      rate-limit: {permits: 20, period: 60s}
                    billing.eu:
                      mode: "off"
                """);
        assertThat(env.client("api.github.com").origins()).hasSize(2);
        assertThat(env.client("api.github.com").retry().methods()).containsExactly("GET", "PUT");
        assertThat(env.client("api.github.com").budget().deposit()).isEqualTo(0.2);
        assertThat(env.client("api.github.com").rateLimit().permits()).isEqualTo(20);
        assertThat(env.client("billing.eu").mode()).isEqualTo(Mode.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resilient-http.clients.github.retry.max-attempts",
                "resilient-http.clients.github.retry.maxAttempts",
                "resilient-http.clients.github.retry.max_attempts",
                "resilientHttp.clients.github.retry.maxAttempts",
                "resilient_http.clients.github.Retry.MaxAttempts",
                "resilient-http.clients[github].retry.max-attempts"
            })
    void takesTheRelaxedFormsOfAKey(String name) {
        assertThat(Env.properties(name + "=4").client("github").retry().maxAttempts())
                .isEqualTo(4);
    }

    @Test
    void theFirstSourceWinsAlsoWhereAnotherFormOfTheKeyStandsBelow() {
        Env env = Env.properties("resilient-http.defaults.retry.maxAttempts=5")
                .file("below.properties", "resilient-http.defaults.retry.max-attempts=2");
        assertThat(env.client("default").retry().maxAttempts()).isEqualTo(5);
    }

    @Test
    void aListIsReplacedAsAWhole() {
        Env env = Env.yaml("resilient-http.defaults.retry.methods: [GET]")
                .file("below.yaml", "resilient-http.defaults.retry.methods: [PUT, DELETE]");
        assertThat(env.client("default").retry().methods()).containsExactly("GET");
        Env single = Env.properties("resilient-http.defaults.retry.methods=HEAD")
                .file("below.yaml", "resilient-http.defaults.retry.methods: [PUT, DELETE]");
        assertThat(single.client("default").retry().methods()).containsExactly("HEAD");
    }

    @Test
    void whatStandsBelowAndIsOverriddenIsNotEvenLookedAt() {
        Env env = Env.properties("resilient-http.defaults.timeout.total=5s")
                .file("below.properties", "resilient-http.defaults.timeout.total=${NOBODY}");
        assertThat(env.client("default").timeout().total()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void placeholdersAreResolved() {
        Env env = Env.properties("total=7s", "resilient-http.defaults.timeout.total=${total}");
        assertThat(env.client("default").timeout().total()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aPlaceholderOfNobodysIsAFaultAndNoText() {
        assertThat(Env.properties("resilient-http.clients.a.circuit-breaker.instance=${nobody}")
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("resilient-http.clients.a.circuit-breaker.instance");
                    assertThat(fault.problem()).contains("nobody");
                    assertThat(fault.place()).isEqualTo("application.properties - 1:51");
                });
    }

    @Test
    void allFaultsAreToldWithFileAndLineAndAsTheyWereWritten() {
        List<Fault> faults = Env.properties(
                        "# a comment",
                        "resilient-http.clients.github.retry.max-atempts=4",
                        "resilient-http.clients.github.budget.capacity=0",
                        "resilient-http.clients[api.eu].timeoutTotal=1s",
                        "resilient-http.defaults.backoff.maxi=1s",
                        "resilient-http.enabld=false",
                        "resilient-http.layer=network",
                        "resilient-htp.defaults.retry.max-attempts=1",
                        "spring.application.name=mine")
                .faults();
        assertThat(faults)
                .extracting(Fault::toString)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "application.properties - 2:49: resilient-http.clients.github.retry.max-atempts=4: ")
                                .contains("did you mean retry.max-attempts?"),
                        line -> assertThat(line)
                                .contains(" - 3:", "out of range; allowed: a whole number from 1 to 10000"),
                        line -> assertThat(line).contains(" - 4:", "clients[api.eu].timeoutTotal=1s", "timeout.total?"),
                        line -> assertThat(line).contains(" - 5:", "backoff.maxi=1s", "did you mean backoff.max?"),
                        line -> assertThat(line).contains(" - 6:", "did you mean resilient-http.enabled?"),
                        line -> assertThat(line).contains(" - 7:", "allowed: interceptor or transport"),
                        line -> assertThat(line).contains(" - 8:", "unknown prefix; did you mean resilient-http"));
    }

    @Test
    void aKeyThatStandsTwiceInOneSourceIsAFault() {
        assertThat(Env.properties(
                                "resilient-http.defaults.retry.max-attempts=4",
                                "resilient-http.defaults.retry.maxAttempts=5")
                        .faults())
                .singleElement()
                .extracting(Fault::problem)
                .asString()
                .contains("resilient-http.defaults.retry.max-attempts already");
    }

    @Test
    void whereTheOriginIsUnknownTheSourceIsNamed() {
        assertThat(Env.empty()
                        .map("resilient-http.defaults.retry.max-attempts", "0")
                        .faults())
                .extracting(Fault::place)
                .containsExactly("map");
    }

    @Test
    void aListGivenInCodeIsAListToo() {
        Env env = Env.empty();
        env.environment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "code", Map.of("resilient-http.defaults.retry.methods", List.of("GET", "PUT"))));
        assertThat(env.client("default").retry().methods()).containsExactly("GET", "PUT");
    }

    @Test
    void onlyNamedClientsMeansThatTheDefaultOneKeepsOut() {
        Env named =
                Env.properties("resilient-http.apply-to=named", "resilient-http.clients.github.retry.max-attempts=2");
        assertThat(named.client("default").mode()).isEqualTo(Mode.OFF);
        assertThat(named.client("github").mode()).isEqualTo(Mode.ENFORCE);
        assertThat(Env.properties("resilient-http.applyTo=named", "resilient-http.clients.default.scope=client")
                        .client("default")
                        .mode())
                .isEqualTo(Mode.ENFORCE);
        assertThat(Env.empty().client("default").mode()).isEqualTo(Mode.ENFORCE);
    }
}
