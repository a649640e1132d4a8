// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server says about when to come back: never earlier, measured by the server; and not at all where it is too long. */
public abstract class HintContract extends Contract {
    private static final Duration HINT = Duration.ofMillis(120);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** For subclasses. */
    protected HintContract() {}

    static Stream<Reply> shortHints() {
        Reply throttled = Reply.status(429);
        return Stream.of(
                throttled.header("retry-after-ms", "120"),
                throttled.header("x-ms-retry-after-ms", "120"),
                throttled.header("x-amz-retry-after", "120"),
                throttled.header("grpc-retry-pushback-ms", "120"),
                throttled.header("Retry-After", "0.12"),
                throttled.header("Retry-After", "0.01, 0.12"),
                throttled.header("retry-after-ms", "120").header("Retry-After", "0"),
                json(throttled, "{\"retryAfter\": 0.12}"),
                json(
                        BUSY,
                        "{\"error\": {\"details\": [{\"@type\": \"type.googleapis.com/google.rpc.RetryInfo\","
                                + " \"retryDelay\": \"0.120s\"}]}}"));
    }

    @ParameterizedTest
    @MethodSource("shortHints")
    void aHintIsAFloor(Reply hinting) {
        ContractScene scene = scene();
        scene.server().on("/").reply(hinting, OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.RECOVERED, 2);
        assertThat(scene.between(0, 1)).isBetween(HINT, SOON);
        assertThat(ending.report().attempts().get(1).waitBeforeSource()).isEqualTo(WaitSource.HINT);
        assertThat(ending.report().attempts().get(1).waitBeforeNanos()).isGreaterThanOrEqualTo(HINT.toNanos());
    }

    @Test
    void aThrottledPostComesBackAtThatTimeAsWell() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.status(429).header("retry-after-ms", "120"), OK);

        Ending ending = scene.send(VerdictContract.post(scene));

        assertEnded(scene, ending, Reason.RECOVERED, 2);
        assertThat(scene.between(0, 1)).isBetween(HINT, SOON);
        assertThat(scene.server().requests().get(1).text()).isEqualTo("ten");
    }

    @Test
    void zeroMeansAtOnce() {
        ContractScene scene = scene();
        scene.server().on("/").reply(Reply.status(429).header("Retry-After", "0"), OK);

        assertEnded(scene, scene.send("GET", "/"), Reason.RECOVERED, 2);
    }

    static Stream<Reply> longHints() {
        Duration slow = Duration.ofHours(-1);
        Instant hence = Instant.now().plus(slow).plusSeconds(3600);
        return Stream.of(
                BUSY.header("Retry-After", "3600"),
                BUSY.header("Retry-After", "0, 3600"),
                BUSY.header("Retry-After", "0").header("Retry-After", "3600"),
                BUSY.dateSkewedBy(slow).header("Retry-After", HTTP_DATE.format(hence)),
                BUSY.header("RateLimit", "\"day\";r=0;t=3600"),
                BUSY.header("X-RateLimit-Reset-After", "3600"),
                BUSY.header("RateLimit-Reset", "3600"),
                json(BUSY, "{\"retryAfter\": 3600}"),
                json(BUSY, "{\"retryAfter\": \"3600s\"}"));
    }

    @ParameterizedTest
    @MethodSource("longHints")
    void aHintThatDoesNotFitEndsTheCallAtOnceWithTheResponse(Reply hinting) {
        ContractScene scene = scene("timeout.total=24h");
        scene.server().on("/").reply(hinting, OK);
        Instant before = Instant.now();

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.HINT_TOO_LONG, 1);
        assertThat(ending.status()).isEqualTo(503);
        assertThat(ending.text()).isNotEmpty();
        // Dates have whole seconds, and the parameters were made a little earlier.
        assertThat(ending.report().notBefore())
                .isBetween(before.plusSeconds(3570), Instant.now().plusSeconds(3602));
    }

    @Test
    void saturatedDigitsAreTooLongAsWell() {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header("Retry-After", "9".repeat(400)), OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.HINT_TOO_LONG, 1);
        assertThat(ending.report().notBefore()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"x-should-retry, false", "grpc-retry-pushback-ms, -1", "grpc-retry-pushback-ms, soon"})
    void theServerForbidsARetry(String name, String value) {
        ContractScene scene = scene();
        scene.server().on("/").reply(BUSY.header(name, value), OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.FORBIDDEN_BY_SERVER, 1);
        assertThat(ending.text()).isEqualTo("busy");
    }

    @Test
    void abnormalUsageForbidsARetry() {
        String problem =
                "{\"type\": \"https://iana.org/assignments/http-problem-types#abnormal-usage-detected\", \"retryAfter\": 0}";
        ContractScene scene = scene();
        scene.server()
                .on("/")
                .reply(
                        Reply.status(429)
                                .header("Content-Type", "application/problem+json")
                                .body(problem),
                        OK);

        Ending ending = scene.send("GET", "/");

        assertEnded(scene, ending, Reason.FORBIDDEN_BY_SERVER, 1);
        assertThat(ending.text()).isEqualTo(problem);
    }

    @Test
    void theServerCannotPermitWhatTheRulesRefuse() {
        ContractScene scene = scene();
        Reply asking = Reply.status(404).header("x-should-retry", "true").header("Retry-After", "0");
        scene.server().on("/").reply(asking, BUSY.header("x-should-retry", "true"), OK);

        assertThat(scene.send("GET", "/").reason()).isEqualTo(Reason.REJECTED);
        assertThat(scene.send(VerdictContract.post(scene)).reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
        assertThat(scene.server().requests()).hasSize(2);
    }

    static Reply json(Reply reply, String body) {
        return reply.header("Content-Type", "application/json").body(body);
    }
}
