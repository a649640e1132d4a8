// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static io.github.resilienthttp.call.CallScene.assertDeliver;
import static io.github.resilienthttp.call.CallScene.assertSend;
import static io.github.resilienthttp.call.CallScene.failure;
import static io.github.resilienthttp.call.CallScene.json;
import static io.github.resilienthttp.call.CallScene.reasonOf;
import static io.github.resilienthttp.call.CallScene.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.resilienthttp.decision.ErrorBody;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.policy.ScopeRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine adds to requests and reads from answers. */
class CallRequestTest {
    private static Map<String, String> headersOf(Call call, int attempt) {
        Map<String, String> headers = new LinkedHashMap<>();
        call.decorate(attempt, headers::put);
        return headers;
    }

    @Test
    void aGeneratedKeyIsOneForAllAttemptsAndMakesAPostRepeatable() {
        CallScene scene =
                CallScene.with(builder -> builder.idempotencyKeyGenerate(true).attemptHeader("X-Attempt"));
        Call call = scene.sent("POST");
        Map<String, String> first = headersOf(call, 1);

        Step wait = call.finished(1, failure(FailureKind.BROKEN), true);
        assertSend(scene.pass(call, wait), 2);
        Map<String, String> second = headersOf(call, 2);
        call.close();

        assertThat(first).containsEntry("X-Attempt", "1/3").containsKey("Idempotency-Key");
        assertThat(second)
                .containsEntry("X-Attempt", "2/3")
                .containsEntry("Idempotency-Key", first.get("Idempotency-Key"));
    }

    @Test
    void aKeyTheCallerSetIsLeftAlone() {
        CallScene scene = CallScene.with(builder -> builder.idempotencyKeyGenerate(true));
        Call call = scene.call();
        call.begin(FakeRequest.of("POST", "Idempotency-Key", "mine"));

        assertThat(headersOf(call, 1)).isEmpty();
        call.close();
    }

    @Test
    void theCallersMarkWinsOverAKey() {
        CallScene scene = CallScene.with(builder -> builder.idempotencyKeyGenerate(true));
        Call call = scene.call(CallOptions.NONE.withIdempotent(false));
        call.begin(FakeRequest.of("POST"));

        assertDeliver(call.finished(1, failure(FailureKind.BROKEN), true));
        assertThat(headersOf(call, 1)).isEmpty();
        assertThat(reasonOf(call)).isEqualTo(Reason.NOT_IDEMPOTENT);
        call.close();
    }

    @Test
    void aBodyThatCannotBeWrittenAgainIsSaid() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("PUT");

        assertDeliver(call.finished(1, status(503), false));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.NOT_REPLAYABLE);
    }

    @Test
    void aHintInTheBodyIsAFloor() {
        CallScene scene = CallScene.withDefaults();
        scene.random = 0;
        Call call = scene.sent("POST");

        Step wait = call.finished(1, json(429, Map.of("error", Map.of("retryAfter", new BigDecimal("3.5")))), true);

        scene.assertWait(wait, Duration.ofMillis(3500), WaitSource.HINT);
        call.close();
    }

    @Test
    void aBodyThatForbidsWinsOverAHeaderThatAllowsAndStillClosesTheScope() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        Map<String, String> problem =
                Map.of("type", "https://iana.org/assignments/http-problem-types#abnormal-usage-detected");

        assertDeliver(call.finished(
                1,
                new Outcome.Response(
                        429, FakeHeaders.of("Retry-After", "9"), new ErrorBody("application/problem+json", problem)),
                true));
        call.close();

        assertThat(reasonOf(call)).isEqualTo(Reason.FORBIDDEN_BY_SERVER);
        assertThat(call.report().notBefore()).isEqualTo(scene.time.now().plusSeconds(9));
        assertThat(scene.client.scopes().all())
                .allMatch(scope -> scope.closedUntil(scene.time.nanos()) > scene.time.nanos());
    }

    @Test
    void errorDetailsHoldNoCredentialsOfTheRequest() {
        CallScene scene = CallScene.with(
                builder -> builder.maxAttempts(1).errorCodePointer("/code").errorMessagePointer("/message"));
        Call call = scene.call();
        call.begin(FakeRequest.of("GET", "Authorization", "Bearer sk_live_1", "Cookie", "lang=en; sid=abc123"));

        call.finished(1, json(500, Map.of("code", "sk_live_1", "message", "Bearer sk_live_1 of abc123, en")), true);
        call.close();

        assertThat(call.report().error()).isNotNull().satisfies(error -> {
            assertThat(error.code()).isEqualTo("…");
            assertThat(error.message()).isEqualTo("… of …, en");
        });
    }

    @Test
    void notTheBeginningOfACredentialEither() {
        CallScene scene = CallScene.with(builder -> builder.maxAttempts(1)
                .errorCodePointer("/code")
                .errorMessagePointer("/message")
                .errorFieldsPointer("/fields"));
        Call call = scene.call();
        call.begin(FakeRequest.of("GET", "Authorization", "Bearer sk_live_0123456789"));

        // Texts are cut off at 500 characters, the blanks before them included.
        Map<String, Object> body = Map.of(
                "code",
                " ".repeat(490) + "sk_live_0123456789",
                "message",
                "must be Bearer",
                "fields",
                Map.of("sk_live_0123456789", "bad"));
        call.finished(1, json(500, body), true);
        call.close();

        assertThat(call.report().error()).isNotNull().satisfies(error -> {
            assertThat(error.code()).isEqualTo("…");
            assertThat(error.message()).isEqualTo("must be Bearer");
            assertThat(error.fields()).containsExactly(Map.entry("…", "bad"));
        });
    }

    @Test
    void norTheValueThatScopesAreToldApartBy() {
        CallScene scene = CallScene.with(builder ->
                builder.maxAttempts(1).scope(ScopeRule.header("X-Tenant")).errorCodePointer("/code"));
        Call call = scene.call();
        call.begin(FakeRequest.of("GET", "X-Tenant", "acme-corp"));

        call.finished(1, json(500, Map.of("code", "limit of acme-corp")), true);
        call.close();

        assertThat(call.report().error()).isNotNull().satisfies(error -> assertThat(error.code())
                .isEqualTo("limit of …"));
        assertThat(call.report().scope()).doesNotContain("acme");
    }

    @Test
    void errorDetailsStandInTheReport() {
        CallScene scene = CallScene.with(builder ->
                builder.maxAttempts(1).errorCodePointer("/error/code").errorRequestIdPointer("/meta/requestId"));
        Call call = scene.sent("GET");

        call.finished(
                1,
                json(500, Map.of("error", Map.of("code", "SERVER_ERROR"), "meta", Map.of("requestId", "req_1"))),
                true);
        call.close();

        assertThat(call.report().error().code()).isEqualTo("SERVER_ERROR");
        assertThat(call.report().error().requestId()).isEqualTo("req_1");
    }

    @Test
    void earlierFailuresAreSuppressedInTheLast() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");
        scene.pass(call, call.finished(1, failure(FailureKind.BROKEN), true));
        scene.pass(call, call.finished(2, failure(FailureKind.UNREACHABLE), true));
        Outcome.Failure last = (Outcome.Failure) failure(FailureKind.BROKEN);

        assertDeliver(call.finished(3, last, true));
        call.close();

        assertThat(last.cause().getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("BROKEN", "UNREACHABLE");
    }

    @Test
    void anOutcomeOfAnAttemptThatIsNotUnderWayIsAMistakeOfTheDriver() {
        CallScene scene = CallScene.withDefaults();
        Call call = scene.sent("GET");

        assertThatIllegalStateException().isThrownBy(() -> call.finished(2, status(200), true));
        call.finished(1, status(200), true);
        assertThatIllegalStateException().isThrownBy(() -> call.finished(1, status(200), true));
        assertThatIllegalStateException().isThrownBy(call::resumed);
        call.close();
    }
}
