// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadUseIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "try",
                "try ftp://example.org/",
                "try --frobnicate http://localhost/",
                "try --repeat 0 --json http://localhost/",
                "try --config /no/such/file http://localhost/",
                "plan",
                "simulate --scenario rain",
                "simulate --client nobody --json",
                "simulate --clients 2000",
                "simulate --csv /no/such/folder/a.csv"
            })
    void badUseIsOneLineAndStatusTwo(String line) {
        Ended ended = PackagedProgram.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("resilient-http").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"try --json http://localhost/", "plan", "plan --json"})
    void everyFaultOfAFileIsToldAtOnce(String line) {
        try (ConfigFile config = ConfigFile.ofLines(
                "# a comment",
                "resilient-http.defaults.timeout.total=30",
                "resilient-http.clients.a.retry.max-atempts=3",
                "resilient-http.clients.a.budget.capacity=0",
                "resilient-http.clients.b.retry.statuses=429",
                "resilient-http.clients.b.rate-limit.permits=20",
                "resilient-htpp.clients.b.mode=off",
                "resilient-http.clients.a.budget.capacity=5")) {
            String[] words =
                    line.replaceFirst("^(try|plan)", "$1 --config " + config).split(" ");
            Ended ended = PackagedProgram.run(words);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            for (String place : new String[] {":2: ", ":3: ", ":4: ", ":5: ", ":6: ", ":7: ", ":8: "}) {
                assertThat(ended.err()).contains(config.path().getFileName() + place);
            }
            assertThat(ended.err())
                    .contains("timeout.total=30", "did you mean retry.max-attempts?", "rate-limit.period")
                    .contains("1 to 10000");
            assertThat(ended.err().lines()).hasSize(7).allMatch(told -> told.startsWith("resilient-http "));
            assertThat(ended.err()).doesNotContain("Exception", "\tat ");
        }
    }
}
