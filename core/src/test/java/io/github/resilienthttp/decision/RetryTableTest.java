// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static io.github.resilienthttp.decision.Deciding.SECOND;
import static io.github.resilienthttp.decision.Deciding.byDefault;
import static io.github.resilienthttp.decision.Deciding.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy.Throttle.UnsafeMethods;
import io.github.resilienthttp.policy.Policy.Throttle.WithoutHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Sent again?" and what it costs, row by row. */
class RetryTableTest {
    private static final Decision BACKS_OFF = new Decision.Retry(50 * MILLI, WaitSource.BACKOFF, false);

    @Test
    void aSuccessIsNeverSentAgain() {
        assertThat(byDefault().on(200)).isEqualTo(giveUp(Reason.SUCCESS));
        assertThat(byDefault().after(0).on(304)).isEqualTo(giveUp(Reason.SUCCESS));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 413, 421, 422, 425})
    void a4xxIsNeverSentAgain(int status) {
        assertThat(byDefault().on(status)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(byDefault().after(10).on(status)).isEqualTo(giveUp(Reason.REJECTED));
    }

    @Test
    void aNamed4xxIsSentAgainWhereTheRequestIsIdempotent() {
        assertThat(with(p -> p.retryStatuses("5xx, 409")).on(409)).isEqualTo(BACKS_OFF);
        assertThat(with(p -> p.retryStatuses("5xx, 409")).unsafe().on(409)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(with(p -> p.retryStatuses("5xx, 409")).on(404)).isEqualTo(giveUp(Reason.REJECTED));
    }

    @Test
    void aNamed4xxWaitsForItsHintAndPays() {
        assertThat(with(p -> p.retryStatuses("425")).random(0).after(2_000).on(425))
                .isEqualTo(new Decision.Retry(2 * SECOND, WaitSource.HINT, false));
        assertThat(with(p -> p.retryStatuses("425")).unsafe().after(2_000).on(425))
                .isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
    }

    @Test
    void aNamed4xxStaysASuccessForTheBreaker() {
        Outcome conflict = Deciding.response(409);
        assertThat(Classifier.breakerMark(Classifier.standard(conflict), conflict))
                .isEqualTo(BreakerMark.SUCCESS);
    }

    @Test
    void a429WithAHintIsSentAgainWhenItSaysForAnyMethodAndForFree() {
        Decision told = new Decision.Retry(1 * SECOND, WaitSource.HINT, true);
        assertThat(byDefault().random(0).after(1_000).on(429)).isEqualTo(told);
        assertThat(byDefault().random(0).after(1_000).unsafe().on(429)).isEqualTo(told);
    }

    @Test
    void a429WithAShortHintPays() {
        assertThat(byDefault().random(0).after(999).on(429))
                .isEqualTo(new Decision.Retry(999 * MILLI, WaitSource.HINT, false));
    }

    @Test
    void a429WithAHintOfNothingBacksOffAndPays() {
        assertThat(byDefault().after(0).on(429)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().after(0).unsafe().on(429)).isEqualTo(BACKS_OFF);
    }

    @Test
    void a429PaysWhereNoCooldownBrakes() {
        assertThat(with(p -> p.set("cooldown.enabled", "false"))
                        .random(0)
                        .after(5_000)
                        .on(429))
                .isEqualTo(new Decision.Retry(5 * SECOND, WaitSource.HINT, false));
    }

    @Test
    void a429StaysFreeWhereTheBackoffIsLonger() {
        assertThat(with(p -> p.set("backoff.initial", "4s")).after(1_500).on(429))
                .isEqualTo(new Decision.Retry(2 * SECOND, WaitSource.BACKOFF, true));
    }

    @Test
    void a429WithAnUnreplayableBodyIsNotSentAgain() {
        assertThat(byDefault().after(1_000).unreplayable().on(429)).isEqualTo(giveUp(Reason.NOT_REPLAYABLE));
    }

    @Test
    void whoDoubtsThatA429IsNotProcessedRepeatsIdempotentRequestsOnly() {
        assertThat(with(p -> p.throttleUnsafeMethods(UnsafeMethods.FAIL_FAST))
                        .unsafe()
                        .after(1_000)
                        .on(429))
                .isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(with(p -> p.throttleUnsafeMethods(UnsafeMethods.FAIL_FAST))
                        .random(0)
                        .after(1_000)
                        .on(429))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.HINT, true));
    }

    @Test
    void a429WithoutAHintIsNotSentAgain() {
        assertThat(byDefault().on(429)).isEqualTo(giveUp(Reason.NO_HINT));
        assertThat(byDefault().unsafe().on(429)).isEqualTo(giveUp(Reason.NO_HINT));
        assertThat(with(p -> p.throttleUnsafeMethods(UnsafeMethods.FAIL_FAST))
                        .unsafe()
                        .on(429))
                .isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
    }

    @Test
    void a429WithoutAHintBacksOffFromOneSecondOnWhereThatIsAskedFor() {
        assertThat(withoutHintBacksOff().random(0).on(429))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.BACKOFF, false));
        assertThat(withoutHintBacksOff().attempt(2).random(0.75).on(429))
                .isEqualTo(new Decision.Retry(1_500 * MILLI, WaitSource.BACKOFF, false));
        assertThat(withoutHintBacksOff().unsafe().on(429)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(withoutHintBacksOff().unsafe().after(1_000).random(0).on(429))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.HINT, true));
    }

    @Test
    void a429WithoutAHintKeepsALongerBackoffOfTheClient() {
        assertThat(with(p -> p.throttleWithoutHint(WithoutHint.BACKOFF).set("backoff.initial", "4s"))
                        .on(429))
                .isEqualTo(new Decision.Retry(2 * SECOND, WaitSource.BACKOFF, false));
    }

    @Test
    void a429WithoutAHintWaitsASecondEvenWhereTheBackoffIsCappedBelow() {
        assertThat(with(p -> p.throttleWithoutHint(WithoutHint.BACKOFF)
                                .set("backoff.initial", "10ms")
                                .set("backoff.max", "20ms")
                                .set("backoff.jitter", "none"))
                        .attempt(2)
                        .random(0)
                        .on(429))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.BACKOFF, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 509, 520, 599})
    void aTransient5xxIsSentAgainWhereTheRequestIsIdempotent(int status) {
        assertThat(byDefault().on(status)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().unsafe().on(status)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(byDefault().unsafe().after(1_000).on(status)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
    }

    @Test
    void aTransient5xxWaitsForItsHintAndPays() {
        assertThat(byDefault().random(0).after(2_000).on(503))
                .isEqualTo(new Decision.Retry(2 * SECOND, WaitSource.HINT, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 506, 507, 508, 510, 511})
    void what5xxWaitingDoesNotCureIsNotSentAgainUnlessNamed(int status) {
        assertThat(byDefault().after(100).on(status)).isEqualTo(giveUp(Reason.PERMANENT));
        String named = "5xx, " + status;
        assertThat(with(p -> p.retryStatuses(named)).on(status)).isEqualTo(BACKS_OFF);
        assertThat(with(p -> p.retryStatuses(named)).unsafe().on(status)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
    }

    @Test
    void anExcluded5xxIsNotSentAgain() {
        assertThat(with(p -> p.retryStatuses("5xx, !503")).after(100).on(503)).isEqualTo(giveUp(Reason.PERMANENT));
        assertThat(with(p -> p.retryStatuses("5xx, !503")).on(502)).isEqualTo(BACKS_OFF);
    }

    @Test
    void aCodeAboveAllClassesIsNotSentAgain() {
        assertThat(byDefault().on(600)).isEqualTo(giveUp(Reason.PERMANENT));
    }

    @Test
    void whatWasNeverSentIsSentAgainWithAnyMethod() {
        assertThat(byDefault().on(FailureKind.UNREACHABLE)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().unsafe().on(FailureKind.UNREACHABLE)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().unreplayable().on(FailureKind.UNREACHABLE)).isEqualTo(giveUp(Reason.NOT_REPLAYABLE));
    }

    @Test
    void whatMayHaveBeenSentIsSentAgainWhereTheRequestIsIdempotent() {
        assertThat(byDefault().on(FailureKind.BROKEN)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().unsafe().on(FailureKind.BROKEN)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
    }

    @Test
    void noStatusIsNeededToRepeatAFailure() {
        assertThat(with(p -> p.retryStatuses("none")).on(FailureKind.BROKEN)).isEqualTo(BACKS_OFF);
        assertThat(with(p -> p.retryStatuses("none")).on(503)).isEqualTo(giveUp(Reason.PERMANENT));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"PROTOCOL", "INVALID_REQUEST"})
    void whatCannotBeAgreedOnIsNotSentAgain(FailureKind kind) {
        assertThat(byDefault().on(kind)).isEqualTo(giveUp(Reason.PERMANENT));
    }

    @Test
    void ourOwnSidesTroubleIsNotSentAgain() {
        assertThat(byDefault().on(FailureKind.LOCAL)).isEqualTo(giveUp(Reason.LOCAL));
        assertThat(byDefault().on(FailureKind.ENDED)).isEqualTo(giveUp(Reason.CANCELLED));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(byDefault().attempt(2).random(0).on(500)).isInstanceOf(Decision.Retry.class);
        assertThat(byDefault().attempt(3).random(0).on(500)).isEqualTo(giveUp(Reason.ATTEMPTS_EXHAUSTED));
        assertThat(with(p -> p.maxAttempts(1)).on(500)).isEqualTo(giveUp(Reason.ATTEMPTS_EXHAUSTED));
    }

    @Test
    void aServerThatForbidsIsObeyed() {
        assertThat(byDefault().told(ServerHint.forbidden("x-should-retry")).on(503))
                .isEqualTo(giveUp(Reason.FORBIDDEN_BY_SERVER));
        assertThat(byDefault()
                        .told(ServerHint.forbidden("grpc-retry-pushback-ms", 2_000))
                        .on(429))
                .isEqualTo(giveUp(Reason.FORBIDDEN_BY_SERVER));
        assertThat(byDefault().told(ServerHint.forbidden("x-should-retry")).on(404))
                .isEqualTo(giveUp(Reason.REJECTED));
    }

    private static Deciding withoutHintBacksOff() {
        return with(p -> p.throttleWithoutHint(WithoutHint.BACKOFF));
    }

    private static Decision giveUp(Reason reason) {
        return new Decision.GiveUp(reason);
    }
}
