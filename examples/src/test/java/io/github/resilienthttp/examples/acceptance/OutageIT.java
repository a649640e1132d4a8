// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutageIT {
    private static final int CALLS = 300;
    /** The calls, the budget of 10, and what it gains in a minute or two. */
    private static final int MOST_REQUESTS = CALLS + 12;

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("503, defaults", Reply.status(503).body("down"), "circuit-breaker.enabled=true"),
                Arguments.of("503, budget alone", Reply.status(503).body("down"), "circuit-breaker.enabled=false"),
                Arguments.of("reset, budget alone", Reply.nothing(Fate.RESET), "circuit-breaker.enabled=false"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void anOutageIsNotMadeWorse(String name, Reply reply, String setting) {
        try (ScriptedServer server = ScriptedServer.start();
                ConfigFile config = ConfigFile.ofDefaults(setting)) {
            server.otherwise().reply(reply);
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--config",
                    config.toString(),
                    "--repeat",
                    Integer.toString(CALLS),
                    "--concurrency",
                    "4",
                    server.uri("/").toString());
            assertThat(server.requestCount()).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(ended.summary("attempts")).isEqualTo(server.requestCount());
            assertThat(ended.summary("calls")).isEqualTo(CALLS);
            assertThat(ended.summary("failed") + ended.summary("refused")).isEqualTo(CALLS);
            assertThat(ended.calls()).extracting(ToldCall::reason).doesNotContainNull();
            assertThat(ended.status()).isEqualTo(1);
            if (setting.endsWith("true")) {
                assertThat(ended.summary("refused")).isGreaterThan(CALLS / 2);
                assertThat(ended.calls()).extracting(ToldCall::reason).contains("circuit-open");
            } else {
                assertThat(server.requestCount()).isGreaterThanOrEqualTo(CALLS);
                assertThat(ended.calls()).extracting(ToldCall::reason).contains("budget-exhausted");
            }
        }
    }
}
