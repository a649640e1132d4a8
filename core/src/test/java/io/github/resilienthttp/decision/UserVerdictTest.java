// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static io.github.resilienthttp.decision.Deciding.SECOND;
import static io.github.resilienthttp.decision.Deciding.byDefault;
import static io.github.resilienthttp.decision.Deciding.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a classifier of the user's own can and cannot bring about. */
class UserVerdictTest {
    private static final Decision BACKS_OFF = new Decision.Retry(50 * MILLI, WaitSource.BACKOFF, false);

    @Test
    void a200ThatCarriesAnErrorIsRepeatedWithoutBeingNamed() {
        assertThat(byDefault().calling(Verdict.TRANSIENT, 200)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().calling(Verdict.BROKEN, 200)).isEqualTo(BACKS_OFF);
        assertThat(byDefault().unsafe().calling(Verdict.TRANSIENT, 200)).isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(byDefault().unsafe().calling(Verdict.UNREACHABLE, 200)).isEqualTo(BACKS_OFF);
        assertThat(with(p -> p.retryStatuses("none")).calling(Verdict.TRANSIENT, 399))
                .isEqualTo(BACKS_OFF);
    }

    @Test
    void a200ThatSaysThrottledWaitsLikeA429WithAnyMethod() {
        assertThat(byDefault().unsafe().random(0).after(1_000).calling(Verdict.THROTTLED, 200))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.HINT, true));
    }

    @Test
    void anExceptionOfTheirsIsRepeatedWhereItIsCalledTransient() {
        assertThat(byDefault().calling(Verdict.TRANSIENT, 0)).isEqualTo(BACKS_OFF);
    }

    @Test
    void what5xxIsCalledRejectedOrPermanentIsNotRepeatedAlthoughTheStatusesHoldIt() {
        assertThat(byDefault().calling(Verdict.REJECTED, 503)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(byDefault().calling(Verdict.PERMANENT, 503)).isEqualTo(giveUp(Reason.PERMANENT));
        assertThat(with(p -> p.retryStatuses("5xx, 409")).calling(Verdict.PERMANENT, 409))
                .isEqualTo(giveUp(Reason.PERMANENT));
    }

    @Test
    void anExceptionThatIsCalledRejectedOrPermanentIsNotRepeated() {
        assertThat(byDefault().calling(Verdict.REJECTED, 0)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(byDefault().calling(Verdict.PERMANENT, 0)).isEqualTo(giveUp(Reason.PERMANENT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"TRANSIENT", "THROTTLED", "UNREACHABLE", "BROKEN"})
    void no4xxIsRepeatedThatIsNotNamed(Verdict verdict) {
        assertThat(byDefault().after(100).calling(verdict, 403)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(byDefault().after(100).calling(verdict, 400)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(byDefault().after(100).calling(verdict, 499)).isEqualTo(giveUp(Reason.REJECTED));
        assertThat(with(p -> p.retryStatuses("403")).unsafe().after(100).calling(verdict, 403))
                .isEqualTo(giveUp(Reason.NOT_IDEMPOTENT));
        assertThat(with(p -> p.retryStatuses("403")).after(100).random(0).calling(verdict, 403))
                .isEqualTo(new Decision.Retry(100 * MILLI, WaitSource.HINT, false));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"TRANSIENT", "UNREACHABLE", "BROKEN"})
    void a429IsRepeatedAsThrottledOnly(Verdict verdict) {
        assertThat(byDefault().after(100).calling(verdict, 429)).isEqualTo(giveUp(Reason.REJECTED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"TRANSIENT", "THROTTLED", "UNREACHABLE", "BROKEN"})
    void no5xxIsRepeatedThatIsExcluded(Verdict verdict) {
        assertThat(with(p -> p.retryStatuses("5xx, !500, !503")).after(100).calling(verdict, 503))
                .isEqualTo(giveUp(Reason.PERMANENT));
        assertThat(with(p -> p.retryStatuses("5xx, !500, !503")).after(100).calling(verdict, 500))
                .isEqualTo(giveUp(Reason.PERMANENT));
    }

    @Test
    void a501ThatIsCalledTransientStillNeedsItsName() {
        assertThat(byDefault().calling(Verdict.TRANSIENT, 501)).isEqualTo(giveUp(Reason.PERMANENT));
        assertThat(with(p -> p.retryStatuses("5xx, 501")).calling(Verdict.TRANSIENT, 501))
                .isEqualTo(BACKS_OFF);
    }

    @Test
    void a503ThatIsCalledThrottledWaitsWithAnyMethod() {
        assertThat(byDefault().unsafe().random(0).after(1_000).calling(Verdict.THROTTLED, 503))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.HINT, true));
        assertThat(byDefault().unsafe().random(0).after(1_000).calling(Verdict.THROTTLED, 500))
                .isEqualTo(new Decision.Retry(SECOND, WaitSource.HINT, true));
    }

    private static Decision giveUp(Reason reason) {
        return new Decision.GiveUp(reason);
    }
}
