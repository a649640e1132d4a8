// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RetryAfterIT {
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void fourThousandDigitsSaturateAndAreKeptTo(String method) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(429).header("Retry-After", "9".repeat(4000)));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--repeat",
                    "2",
                    "--method",
                    method,
                    server.uri("/").toString());
            ToldCall told = ended.calls().get(0);
            assertThat(told.status()).isEqualTo(429);
            assertThat(told.outcome()).isEqualTo("failed");
            assertThat(told.reason()).isEqualTo("hint-too-long");
            assertThat(told.verdicts()).containsExactly("throttled");
            assertSaturated(told.notBefore());
            ToldCall refused = ended.calls().get(1);
            assertThat(refused.outcome()).isEqualTo("refused");
            assertThat(refused.reason()).isEqualTo("cooling-down");
            assertThat(refused.attempts()).isEmpty();
            assertSaturated(refused.notBefore());
            assertThat(server.requestCount()).isEqualTo(1);
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    private static void assertSaturated(Instant notBefore) {
        assertThat(notBefore).isAfter(Instant.now().plus(Duration.ofDays(31))).isBefore(YEAR_10000);
    }

    /** A date is a floor by the server's own clock, however wrong that is. */
    @ParameterizedTest
    @CsvSource({"GET, -1", "GET, 1", "POST, -1", "POST, 1"})
    void aDateIsMeasuredByTheServersClock(String method, int daysAhead) {
        try (ScriptedServer server = ScriptedServer.start()) {
            AtomicInteger requests = new AtomicInteger();
            server.otherwise().answer(request -> {
                Instant clock = Instant.now().plus(Duration.ofDays(daysAhead));
                return requests.incrementAndGet() > 1
                        ? Reply.ok("well")
                        : Reply.status(429)
                                .header("Date", HTTP_DATE.format(clock))
                                .header("Retry-After", HTTP_DATE.format(clock.plusSeconds(2)));
            });
            Ended ended = PackagedProgram.run(
                    "try", "--json", "--method", method, server.uri("/").toString());
            ToldCall call = ended.onlyCall();
            assertThat(call.verdicts()).containsExactly("throttled", "success");
            assertThat(call.outcome()).isEqualTo("recovered");
            JsonNode second = call.attempts().get(1);
            assertThat(second.get("waitBeforeMs").longValue()).isBetween(2000L, 3000L);
            assertThat(second.get("waitBeforeSource").stringValue()).isIn("hint", "cooldown");
            List<SeenRequest> seen = server.requests();
            assertThat(seen).hasSize(2);
            assertThat(Duration.ofNanos(seen.get(1).arrivedNanos() - seen.get(0).arrivedNanos()))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
            assertThat(ended.status()).isZero();
        }
    }

    @Test
    void aMonthlyQuotaCostsOneRequest() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(429).header("Retry-After", "2592000"));
            Instant before = Instant.now();
            Ended ended = PackagedProgram.run(
                    "try", "--json", "--repeat", "5", server.uri("/").toString());
            List<ToldCall> calls = ended.calls();
            assertThat(calls).hasSize(5);
            assertThat(calls.get(0).reason()).isEqualTo("hint-too-long");
            assertThat(calls.subList(1, 5)).allSatisfy(call -> {
                assertThat(call.outcome()).isEqualTo("refused");
                assertThat(call.reason()).isEqualTo("cooling-down");
                assertThat(call.error()).contains("CallRefusedException");
            });
            assertThat(calls).allSatisfy(call -> assertThat(call.notBefore())
                    .isBetween(before.plusSeconds(2_592_000), Instant.now().plusSeconds(2_592_001)));
            assertThat(server.requestCount()).isEqualTo(1);
            assertThat(ended.summary("attempts")).isEqualTo(1);
            assertThat(ended.summary("refused")).isEqualTo(4);
        }
    }
}
