// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBinderFaultsTest {
    @Test
    void allAreReportedAtOnceInTheOrderOfTheFile() {
        assertThat(Bound.faults(
                        ".clients.a.timeout.attempt=40s",
                        ".clients.a.retry.max-atempts=4",
                        "server.port=8080",
                        ".clients.b.mode=loud",
                        ".default.mode=off",
                        ".defaults.budget.capacity=0",
                        "resilient-htpp.defaults.mode=off",
                        ".clients.a.scope="))
                .extracting(Fault::toString)
                .containsExactly(
                        "f:1: resilient-http.clients.a.timeout.attempt=40s: timeout.attempt 40s is longer than"
                                + " timeout.total 30s",
                        "f:2: resilient-http.clients.a.retry.max-atempts=4: unknown key; did you mean"
                                + " retry.max-attempts?",
                        "f:4: resilient-http.clients.b.mode=loud: not one of them; allowed: enforce, observe or off"
                                + " (in YAML write \"off\" with quotes, else it means false)",
                        "f:5: resilient-http.default.mode=off: unknown key; keys stand below resilient-http.defaults or"
                                + " resilient-http.clients.<name>; did you mean resilient-http.defaults.mode?",
                        "f:6: resilient-http.defaults.budget.capacity=0: out of range; allowed: a whole number from 1"
                                + " to 10000",
                        "f:7: resilient-htpp.defaults.mode=off: unknown prefix; did you mean"
                                + " resilient-http.defaults.mode?",
                        "f:8: resilient-http.clients.a.scope=: empty; allowed: client, origin, header:NAME or path:N (N"
                                + " from 1 to 10)");
    }

    @Test
    void allWrongEntriesOfOneListAreReportedAtOnce() {
        assertThat(Bound.faults(
                        ".clients.a.retry.statuses=429, 5xx, 600, abc",
                        ".clients.a.origins=ftp://a.example, https://b.example, https://c.example/path"))
                .extracting(Fault::problem)
                .satisfiesExactly(
                        statuses -> assertThat(statuses)
                                .contains("throttle.without-hint; 600 is not within 100 to 599; cannot read abc"),
                        origins -> assertThat(origins).contains("; an origin has no path and no query; allowed: "));
    }

    @Test
    void aNumberBelowZeroIsANumber() {
        assertThat(Bound.faults(".clients.a.budget.deposit=-1", ".clients.a.retry.max-attempts=-1"))
                .extracting(Fault::problem)
                .allSatisfy(problem -> assertThat(problem).contains("out of range; allowed: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resilient-http.timeout.total=5s | did you mean resilient-http.defaults.timeout.total?",
                "resilient-http.client.a.mode=off | did you mean resilient-http.clients.a.mode?",
                "resilient-http.clients.a.b.retry.max-atempts=4 | did you mean retry.max-attempts?",
                "resilient-http.clients.service.internal.example.retry.max-atempts=4 | did you mean retry.max-attempts?",
                "resilient-http.clients.a.internal.modes=off | did you mean mode?",
                "resilient-http.clients.a.timeout.modd=off | did you mean mode?",
                "resilient-http.clients.a.maxAttempts=4 | did you mean retry.max-attempts?",
                "resilient-http.clients.timeout.total=5s | the client's name or the key is missing",
                "resilient-http.clients.github=x | the client's name or the key is missing",
                "resilient-http.clients..mode=off | the client's name or the key is missing",
                "resilient-http.clients.a b.mode=off | a b is not a client's name; allowed: letters, digits, - and _",
                "resilient-http.clients.a..mode=off | not a client's name",
                "resilient-http.clients.ä.mode=off | not a client's name",
                "resilient-http.defaults.origins=https://a.example | origins is allowed only below clients.<name>",
                "resilient-http.defaults=x | unknown key",
                "resilient-http.defaults.=x | unknown key",
                "resilient-http=x | unknown key; keys stand below",
                "resilient-http.=x | unknown key; keys stand below",
                "resilient-http.zzz.mode=x | unknown key; keys stand below",
                "resilient-http.Defaults.mode=off | did you mean resilient-http.defaults.mode?",
                "resilienthttp.defaults.mode=off | did you mean resilient-http.defaults.mode?",
                "resilient.http.defaults.mode=off | did you mean resilient-http.defaults.mode?",
                "Resilient_Http.defaults.mode=off | did you mean resilient-http.defaults.mode?",
                "resilience-http.defaults.mode=off | did you mean resilient-http.defaults.mode?"
            })
    void anUnknownKeyIsAnsweredWithWhatWasMeant(String line, String message) {
        assertThat(Bound.faults(line)).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("f:1");
            assertThat(fault.problem()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "server.port=1",
        "resilience4j.retry.instances.a.max-attempts=3",
        "spring.application.name=x",
        "=x",
        ".x=1",
        "http.client=1",
        "re.sil.ient-http.defaults.mode=off",
        "resilient=1"
    })
    void keysOfOthersAreLeftToThem(String line) {
        assertThat(Bound.faults("x" + line)).isEmpty();
        assertThat(Bound.faults(line.startsWith(".") ? "y=1" : line)).isEmpty();
    }

    @Test
    void theValueOfAKeyThatNobodyKnowsIsNotShown() {
        assertThat(Bound.faults(".clients.a.password=hunter2", ".token=hunter2"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("hunter2"));
        assertThat(Bound.faults(".clients.a.origins=https://me:hunter2@a.example"))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString()).contains("names no user").doesNotContain("hunter2"));
    }

    @Test
    void twoClientsCannotHaveTheSameOrigin() {
        assertThat(Bound.faults(
                        ".clients.a.origins=https://x.example",
                        ".clients.b.origins=https://y.example, https://X.example:443"))
                .extracting(Fault::toString)
                .containsExactly("f:2: resilient-http.clients.b.origins=https://y.example, https://X.example:443:"
                        + " https://x.example belongs to the client a already");
    }

    @Test
    void aContradictionIsReportedOnceAndWhereItWasWritten() {
        assertThat(Bound.faults(".defaults.timeout.attempt=40s", ".clients.a.mode=off", ".clients.b.mode=off"))
                .extracting(Fault::place)
                .containsExactly("f:1");
        assertThat(Bound.faults(".defaults.timeout.attempt=9s", ".clients.a.timeout.total=5s"))
                .extracting(Fault::toString)
                .containsExactly("f:2: resilient-http.clients.a.timeout.total=5s: timeout.attempt 9s is longer than"
                        + " timeout.total 5s");
    }
}
