// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.examples.upstreams.Caller.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButterCmsUpstreamTest {
    private static final String HOME = "/pages/home?auth_token=read-token";
    private static final String WRITE = "Authorization: Token write-token";

    private final ButterCmsUpstream upstream = ButterCmsUpstream.start();
    private final Caller caller = new Caller(upstream);

    @AfterEach
    void stop() {
        caller.close();
        upstream.close();
    }

    @Test
    void successesAreDelivered() {
        assertThat(caller.get(HOME).status()).isEqualTo(200);
        assertThat(caller.get("/pages/home", "Authorization: Token read-token").status())
                .isEqualTo(200);
        assertThat(caller.post("/pages", "{\"title\": \"a\"}", WRITE).status()).isEqualTo(202);
        assertThat(upstream.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "400, /pages/home?auth_token=read-token&levels=6",
        "400, /pages/home?auth_token=read-token&page=0",
        "400, /pages/home?auth_token=read-token&page_size=101",
        "401, /pages/home",
        "401, /pages/home?auth_token=stolen",
        "403, /pages/shared-slug?auth_token=read-token",
        "404, /pages/nowhere?auth_token=read-token",
    })
    void whatIsRejectedFailsFastOnce(int status, String path) {
        Seen seen = caller.get(path);
        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.reason()).isEqualTo("rejected");
        assertThat(seen.body()).contains("detail");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void aReadTokenUsedForAWriteFailsFastOnce() {
        assertThat(caller.post("/pages?auth_token=read-token", "{\"title\": \"a\"}")
                        .status())
                .isEqualTo(401);
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void aFailedValidationFailsFastOnceWithItsFields() {
        Seen seen = caller.post("/pages", "{}", WRITE);
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.body()).contains("\"fields\"");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, 2_678_400})
    void whenTheMonthlyQuotaIsUsedUpNotOneMoreRequestGoesOut(long left) {
        upstream.quotaUsedUp(Duration.ofSeconds(left));
        Instant end = Instant.now().plusSeconds(left);
        Seen first = caller.get(HOME);
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.reason()).isEqualTo("hint-too-long");
        assertThat(first.body()).contains("API Calls limit reached.");
        assertThat(first.report().notBefore()).isCloseTo(end, within(5, ChronoUnit.SECONDS));
        assertThat(first.report().error().message()).isEqualTo("API Calls limit reached.");
        for (Seen later : new Seen[] {caller.get(HOME), caller.post("/pages", "{\"title\": \"a\"}", WRITE)}) {
            assertThat(later.status()).isZero();
            assertThat(later.reason()).isEqualTo("cooling-down");
            assertThat(later.refusal().notBefore()).isCloseTo(end, within(5, ChronoUnit.SECONDS));
            assertThat(later.report().notBefore()).isEqualTo(later.refusal().notBefore());
        }
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void withSecondsToGoItWaitsAndSendsExactlyOneMore() {
        upstream.monthEnds(Duration.ofSeconds(1));
        long start = System.nanoTime();
        Seen seen = caller.get(HOME);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.reason()).isEqualTo("recovered");
        assertThat(upstream.requests()).isEqualTo(2);
    }

    @Test
    void anUnexpectedErrorIsRetriedForReads() {
        upstream.failing(2);
        Seen seen = caller.get(HOME);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.reason()).isEqualTo("recovered");
        assertThat(upstream.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void anUnexpectedErrorIsNotRetriedForWrites(String method) {
        upstream.failing();
        Seen seen = caller.send(method, "/pages", "{\"title\": \"a\"}", WRITE);
        assertThat(seen.status()).isEqualTo(500);
        assertThat(seen.reason()).isEqualTo("not-idempotent");
        assertThat(seen.body()).contains("An unexpected error occurred.");
        assertThat(upstream.requests()).isEqualTo(1);
    }
}
