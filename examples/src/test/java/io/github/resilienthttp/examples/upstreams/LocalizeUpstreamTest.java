// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.upstreams.Caller.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalizeUpstreamTest {
    private static final String TOKEN = "Authorization: Bearer abc";

    private final LocalizeUpstream upstream = LocalizeUpstream.start();

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void successesAreDelivered() {
        try (Caller caller = new Caller(upstream)) {
            assertThat(caller.get("/projects/keys/1", TOKEN).status()).isEqualTo(200);
            assertThat(caller.post("/projects/keys", "{}", TOKEN).status()).isEqualTo(201);
            assertThat(upstream.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, /projects/keys/invalid",
        "403, /projects/keys/forbidden",
        "404, /projects/keys/hidden",
        "409, /projects/keys/duplicate",
        "422, /projects/keys/klingon",
    })
    void whatIsRejectedFailsFast(int status, String path) {
        try (Caller caller = new Caller(upstream)) {
            Seen seen = caller.get(path, TOKEN);
            assertThat(seen.status()).isEqualTo(status);
            assertThat(seen.reason()).isEqualTo("rejected");
            assertThat(seen.body()).contains("\"statusCode\": " + status);
            assertThat(upstream.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Nothing: 1", "Authorization: Bearer revoked"})
    void anAbsentOrRevokedTokenFailsFast(String header) {
        try (Caller caller = new Caller(upstream)) {
            assertThat(caller.get("/projects/keys/1", header).status()).isEqualTo(401);
            assertThat(upstream.requests()).isEqualTo(1);
        }
    }

    @Test
    void theLimitOfATokenHoldsOnlyThatTokenOff() {
        try (Caller caller = new Caller(upstream)) {
            upstream.limitToken("abc", 3_600);
            assertThat(caller.get("/projects/keys/1", TOKEN).status()).isEqualTo(429);
            assertThat(caller.get("/projects/languages/1", TOKEN).reason()).isEqualTo("cooling-down");
            assertThat(caller.get("/projects/keys/1", "Authorization: Bearer other")
                            .status())
                    .isEqualTo(200);
            assertThat(upstream.requests()).isEqualTo(2);
        }
    }

    @Test
    void theLimitOfAnEndpointHoldsOnlyThatEndpointOff() {
        try (Caller caller = new Caller(upstream, "scope=path:2")) {
            upstream.limitEndpoint("/projects/keys", 3_600);
            assertThat(caller.get("/projects/keys/1", TOKEN).status()).isEqualTo(429);
            assertThat(caller.get("/projects/keys/2", "Authorization: Bearer other")
                            .reason())
                    .isEqualTo("cooling-down");
            assertThat(caller.get("/projects/languages/1", TOKEN).status()).isEqualTo(200);
            assertThat(upstream.requests()).isEqualTo(2);
        }
    }

    @Test
    void aServerErrorIsRetriedAfterAShortDelay() {
        try (Caller caller = new Caller(upstream)) {
            upstream.failing(2);
            Seen seen = caller.get("/projects/keys/1", TOKEN);
            assertThat(seen.reason()).isEqualTo("recovered");
            assertThat(seen.report().attempts().get(2).waitBeforeSource().label())
                    .isEqualTo("backoff");
            assertThat(upstream.requests()).isEqualTo(3);
        }
    }

    @Test
    void aServerErrorThatPersistsIsDelivered() {
        try (Caller caller = new Caller(upstream)) {
            upstream.failing();
            Seen seen = caller.get("/projects/keys/1", TOKEN);
            assertThat(seen.status()).isEqualTo(500);
            assertThat(seen.body()).contains("\"path\"");
            assertThat(seen.report().error().message()).isEqualTo("Internal server error");
            assertThat(upstream.requests()).isEqualTo(3);
        }
    }
}
