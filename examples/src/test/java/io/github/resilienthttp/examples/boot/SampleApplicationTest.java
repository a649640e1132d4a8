// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.examples.upstreams.ButterCmsUpstream;
import io.github.resilienthttp.examples.upstreams.Upstream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** What the four APIs' tables ask for, through HTTP interfaces of a Boot application that has properties only. */
class SampleApplicationTest {
    private static final String READ = "Token " + ButterCmsUpstream.READ_TOKEN;
    private static final String WRITE = "Token " + ButterCmsUpstream.WRITE_TOKEN;
    private static final String KEY = "Bearer sk_live_abc";
    private static final String OTHER_KEY = "Bearer sk_live_other";

    private RunningSample sample;

    private RunningSample start(String... settings) {
        sample = new RunningSample(settings);
        return sample;
    }

    @AfterEach
    void stop() {
        sample.close();
    }

    private static int status(Supplier<ResponseEntity<String>> call) {
        try {
            return call.get().getStatusCode().value();
        } catch (RestClientResponseException response) {
            return response.getStatusCode().value();
        }
    }

    private static CallRefusedException refusal(Supplier<ResponseEntity<String>> call) {
        ResourceAccessException refused = catchThrowableOfType(ResourceAccessException.class, call::get);
        return (CallRefusedException) refused.getCause();
    }

    @Test
    void aMonthlyQuotaIsToldAndNotOneMoreRequestGoesOut() {
        ButterCmsApi api = start().api(ButterCmsApi.class);
        sample.buttercms.quotaUsedUp(Duration.ofDays(31));
        assertThat(status(() -> api.page("home", READ))).isEqualTo(429);
        CallRefusedException refused = refusal(() -> api.page("home", READ));
        assertThat(refused.reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(refused.notBefore())
                .isCloseTo(Instant.now().plus(Duration.ofDays(31)), within(10, ChronoUnit.SECONDS));
        assertThat(refusal(() -> api.write("{\"title\": \"a\"}", WRITE)).reason())
                .isEqualTo(Reason.COOLING_DOWN);
        assertThat(sample.buttercms.requests()).isEqualTo(1);
    }

    @Test
    void theEndOfAMonthIsWaitedFor() {
        ButterCmsApi api = start().api(ButterCmsApi.class);
        sample.buttercms.monthEnds(Duration.ofSeconds(1));
        assertThat(status(() -> api.page("home", READ))).isEqualTo(200);
        assertThat(sample.buttercms.requests()).isEqualTo(2);
    }

    @Test
    void serverErrorsAreRetriedForReadsAndNotForWrites() {
        ButterCmsApi api = start().api(ButterCmsApi.class);
        sample.buttercms.failing(2);
        assertThat(status(() -> api.page("home", READ))).isEqualTo(200);
        assertThat(sample.buttercms.requests()).isEqualTo(3);
        sample.buttercms.failing();
        assertThat(status(() -> api.write("{\"title\": \"a\"}", WRITE))).isEqualTo(500);
        assertThat(status(() -> api.change("{\"title\": \"a\"}", WRITE))).isEqualTo(500);
        assertThat(sample.buttercms.requests()).isEqualTo(5);
    }

    /** One start for all of them: what is rejected leaves nothing behind. */
    @Test
    void whatIsRejectedFailsFastOnce() {
        start();
        ButterCmsApi pages = sample.api(ButterCmsApi.class);
        assertRejected(sample.buttercms, 401, () -> pages.page("home", "Token stolen"));
        assertRejected(sample.buttercms, 403, () -> pages.page("shared-slug", READ));
        assertRejected(sample.buttercms, 404, () -> pages.page("nowhere", READ));
        HelpdeskApi tickets = sample.api(HelpdeskApi.class);
        assertRejected(sample.helpdesk, 400, () -> tickets.ticket("invalid", KEY));
        assertRejected(sample.helpdesk, 403, () -> tickets.ticket("forbidden", KEY));
        assertRejected(sample.helpdesk, 404, () -> tickets.ticket("999", KEY));
        assertRejected(sample.helpdesk, 409, () -> tickets.ticket("duplicate", KEY));
        LocalizeApi keys = sample.api(LocalizeApi.class);
        assertRejected(sample.localize, 400, () -> keys.key("invalid", KEY));
        assertRejected(sample.localize, 403, () -> keys.key("forbidden", KEY));
        assertRejected(sample.localize, 404, () -> keys.key("hidden", KEY));
        assertRejected(sample.localize, 409, () -> keys.key("duplicate", KEY));
        assertRejected(sample.localize, 422, () -> keys.key("klingon", KEY));
    }

    private static void assertRejected(Upstream upstream, int status, Supplier<ResponseEntity<String>> call) {
        long before = upstream.requests();
        assertThat(status(call)).isEqualTo(status);
        assertThat(upstream.requests() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-components", "jdk"})
    void theWaitInHelpdesksBodyIsHonoured(String factory) {
        HelpdeskApi api =
                start("spring.http.clients.imperative.factory=" + factory).api(HelpdeskApi.class);
        sample.helpdesk.rateLimitedOnce(1);
        long start = System.nanoTime();
        assertThat(status(() -> api.open("{}", KEY))).isEqualTo(201);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(sample.helpdesk.requests()).isEqualTo(2);
    }

    @Test
    void aLongWaitLeavesTheBodyToTheCallerAndOtherKeysAlone() {
        HelpdeskApi api = start().api(HelpdeskApi.class);
        sample.helpdesk.rateLimited(42);
        assertThatThrownBy(() -> api.ticket("1", KEY)).hasMessageContaining("\"retryAfter\": 42");
        assertThat(refusal(() -> api.ticket("1", KEY)).reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(status(() -> api.ticket("1", OTHER_KEY))).isEqualTo(429);
        assertThat(sample.helpdesk.requests()).isEqualTo(2);
    }

    @Test
    void helpdesksErrorsAreRetriedAndThenDelivered() {
        HelpdeskApi api = start().api(HelpdeskApi.class);
        sample.helpdesk.failing();
        assertThatThrownBy(() -> api.ticket("1", KEY))
                .isInstanceOf(HttpServerErrorException.class)
                .hasMessageContaining("SERVER_ERROR");
        assertThat(sample.helpdesk.requests()).isEqualTo(3);
    }

    /** With 20 permits a minute the 21st call has to wait a minute; told to wait less, it is refused and never sent. */
    @Test
    void variationsIsNeverAskedMoreThanItAllows() {
        VariationsApi api = start("resilient-http.clients.variations.rate-limit.max-wait=100ms")
                .api(VariationsApi.class);
        for (int i = 0; i < 20; i++) {
            assertThat(status(() -> api.all(KEY))).isEqualTo(200);
        }
        assertThat(refusal(() -> api.all(KEY)).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(status(() -> api.all(OTHER_KEY))).isEqualTo(200);
        assertThat(sample.variations.throttled()).isZero();
    }

    @Test
    void aUsedUpQuotaOfVariationsIsNoReasonToWait() {
        VariationsApi api = start().api(VariationsApi.class);
        assertThat(status(() -> api.one("quota", KEY))).isEqualTo(403);
        assertThat(status(() -> api.one("quota", KEY))).isEqualTo(403);
        assertThat(sample.variations.requests()).isEqualTo(2);
    }

    @Test
    void theLimitOfATokenOfLocalizeHoldsThatTokenOffAlone() {
        LocalizeApi api = start().api(LocalizeApi.class);
        sample.localize.limitToken("sk_live_abc", 3_600);
        assertThat(status(() -> api.key("1", KEY))).isEqualTo(429);
        assertThat(refusal(() -> api.key("1", KEY)).reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(status(() -> api.key("1", OTHER_KEY))).isEqualTo(200);
        assertThat(sample.localize.requests()).isEqualTo(2);
    }

    @Test
    void aPlainRestClientGoesByTheOrigin() {
        start();
        Upstream localize = sample.localize;
        RestClient client = sample.context.getBean(RestClient.Builder.class).build();
        localize.failing(2);
        String body = client.get()
                .uri(localize.origin() + "/projects/keys/1")
                .header("Authorization", KEY)
                .retrieve()
                .body(String.class);
        assertThat(body).contains("\"id\": 1");
        assertThat(localize.requests()).isEqualTo(3);
    }

    @Test
    void theEndpointShowsWhatIsClosedAndHealthStaysUp() {
        ButterCmsApi api = start().api(ButterCmsApi.class);
        sample.buttercms.quotaUsedUp(Duration.ofDays(31));
        assertThat(status(() -> api.page("home", READ))).isEqualTo(429);
        RestClient operator = RestClient.create();
        assertThat(operator.get()
                        .uri(sample.url("/actuator/resilienthttp/buttercms"))
                        .retrieve()
                        .body(String.class))
                .contains(
                        "\"plan\":\"buttercms [per client]: total 30s",
                        "\"coolDownUntil\":\"20",
                        "\"scope\":\"client\"");
        assertThat(operator.get().uri(sample.url("/actuator/health")).retrieve().body(String.class))
                .contains("\"resilienthttp\":{", "\"status\":\"UP\"", "coolDownUntil")
                .doesNotContain("\"status\":\"DOWN\"");
    }

    @Test
    void theOtherEndpointRefreshes() {
        start();
        RestClient operator = RestClient.create();
        String key = "resilient-http.clients.helpdesk.retry.max-attempts";
        System.setProperty(key, "1");
        try {
            assertThat(refresh(operator)).contains("\"changed\":[\"helpdesk\"]");
            System.setProperty(key, "0");
            assertThat(refresh(operator)).startsWith("400").contains("a whole number from 1 to 20");
        } finally {
            System.clearProperty(key);
        }
        HelpdeskApi api = sample.api(HelpdeskApi.class);
        sample.helpdesk.failing();
        assertThat(status(() -> api.ticket("1", KEY))).isEqualTo(500);
        assertThat(sample.helpdesk.requests()).isEqualTo(1);
    }

    private String refresh(RestClient operator) {
        return operator.post()
                .uri(sample.url("/actuator/resilienthttprefresh"))
                .exchange(
                        (request, response) -> response.getStatusCode().value() + " " + response.bodyTo(String.class));
    }
}
