// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitIT {
    private static final int PERMITS = 20;
    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final int CALLS = 45;

    @Test
    void noWindowEverHoldsMoreThanItsPermits() {
        try (ScriptedServer server = ScriptedServer.start();
                ConfigFile config = ConfigFile.ofDefaults(
                        "rate-limit.permits=" + PERMITS, "rate-limit.period=" + PERIOD.toSeconds() + "s")) {
            server.otherwise().reply(Reply.ok("well"));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--config",
                    config.toString(),
                    "--repeat",
                    Integer.toString(CALLS),
                    "--concurrency",
                    "3",
                    server.uri("/").toString());
            List<Long> arrivals = server.requests().stream()
                    .map(SeenRequest::arrivedNanos)
                    .sorted()
                    .toList();
            assertThat(arrivals).hasSize(CALLS);
            for (int i = PERMITS; i < CALLS; i++) {
                assertThat(Duration.ofNanos(arrivals.get(i) - arrivals.get(i - PERMITS)))
                        .as("from request %d to request %d", i - PERMITS, i)
                        .isGreaterThanOrEqualTo(PERIOD);
            }
            // Nor is the limit kept by being slow: the whole burst goes at once.
            assertThat(Duration.ofNanos(arrivals.get(PERMITS - 1) - arrivals.get(0)))
                    .isLessThan(PERIOD);
            assertThat(ended.summary("ok")).isEqualTo(CALLS);
            assertThat(ended.status()).isZero();
        }
    }
}
