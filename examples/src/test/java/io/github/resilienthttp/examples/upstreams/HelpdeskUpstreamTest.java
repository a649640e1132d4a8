// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.upstreams.Caller.Seen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpdeskUpstreamTest {
    private static final String KEY = "Authorization: Bearer sk_live_abc";

    private final HelpdeskUpstream upstream = HelpdeskUpstream.start();
    private final Caller caller = new Caller(upstream);

    @AfterEach
    void stop() {
        caller.close();
        upstream.close();
    }

    @Test
    void successesAreDelivered() {
        assertThat(caller.get("/tickets/1", KEY).status()).isEqualTo(200);
        assertThat(caller.get("/tickets/1", "Authorization: Bearer pk_live_abc").status())
                .isEqualTo(200);
        assertThat(caller.post("/tickets", "{}", KEY).status()).isEqualTo(201);
        Seen empty = caller.send("DELETE", "/tickets/1", null, KEY);
        assertThat(empty.status()).isEqualTo(204);
        assertThat(empty.body()).isEmpty();
        assertThat(upstream.requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "400, VALIDATION_ERROR, /tickets/invalid",
        "403, FORBIDDEN, /tickets/forbidden",
        "404, NOT_FOUND, /tickets/999",
        "409, CONFLICT, /tickets/duplicate",
    })
    void whatIsRejectedFailsFast(int status, String code, String path) {
        Seen seen = caller.get(path, KEY);
        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.reason()).isEqualTo("rejected");
        assertThat(seen.body()).contains("\"code\": \"" + code + "\"");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void withoutAKeyItFailsFast() {
        Seen seen = caller.get("/tickets/1");
        assertThat(seen.status()).isEqualTo(401);
        assertThat(seen.body()).contains("UNAUTHORIZED");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void theWaitInTheBodyIsHonoured() {
        upstream.rateLimitedOnce(1);
        long start = System.nanoTime();
        Seen seen = caller.post("/tickets", "{}", KEY);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(seen.status()).isEqualTo(201);
        assertThat(seen.reason()).isEqualTo("recovered");
        assertThat(upstream.requests()).isEqualTo(2);
    }

    @Test
    void whereTheWaitIsTooLongTheCallerReadsTheBodyAndTheReportSaysWhatItSaid() {
        upstream.rateLimited(42);
        Seen seen = caller.get("/tickets/1", KEY);
        assertThat(seen.status()).isEqualTo(429);
        assertThat(seen.reason()).isEqualTo("hint-too-long");
        assertThat(seen.body()).contains("\"retryAfter\": 42", "Try again in 42 seconds", "\"timestamp\"");
        assertThat(seen.report().error().code()).isEqualTo("RATE_LIMITED");
        assertThat(seen.report().error().requestId()).isEqualTo(HelpdeskUpstream.REQUEST_ID);
        assertThat(caller.get("/tickets/1", KEY).reason()).isEqualTo("cooling-down");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void theLimitOfOneKeyDoesNotHoldAnotherOff() {
        upstream.rateLimited(42);
        caller.get("/tickets/1", KEY);
        assertThat(caller.get("/tickets/1", "Authorization: Bearer sk_live_other")
                        .status())
                .isEqualTo(429);
        assertThat(upstream.requests()).isEqualTo(2);
    }

    @Test
    void aServerErrorIsRetried() {
        upstream.failing(1);
        assertThat(caller.get("/tickets/1", KEY).reason()).isEqualTo("recovered");
        assertThat(upstream.requests()).isEqualTo(2);
    }

    @Test
    void aServerErrorThatPersistsIsToldWithItsRequestId() {
        upstream.failing();
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Seen seen;
        try {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            seen = caller.get("/tickets/1", KEY);
        } finally {
            System.setErr(err);
        }
        assertThat(seen.status()).isEqualTo(500);
        assertThat(seen.reason()).isEqualTo("attempts-exhausted");
        assertThat(seen.body()).contains("SERVER_ERROR");
        assertThat(seen.report().error().requestId()).isEqualTo(HelpdeskUpstream.REQUEST_ID);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("client=helpdesk", "code=SERVER_ERROR", "requestId=" + HelpdeskUpstream.REQUEST_ID)
                .doesNotContain("sk_live_abc");
        assertThat(upstream.requests()).isEqualTo(3);
    }
}
