// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static io.github.resilienthttp.decision.Deciding.SECOND;
import static io.github.resilienthttp.decision.Deciding.byDefault;
import static io.github.resilienthttp.decision.Deciding.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a wait fits the deadline, the cool-down and the breaker, to the nanosecond. */
class FittingTest {
    @Test
    void aWaitMustLeaveTheSmallestUsefulAttempt() {
        assertThat(hintOfOneSecond().remaining(1_050 * MILLI).on(429)).isEqualTo(afterOneSecond());
        assertThat(hintOfOneSecond().remaining(1_050 * MILLI - 1).on(429)).isEqualTo(giveUp(Reason.DEADLINE));
    }

    @Test
    void noWaitMustLeaveItToo() {
        assertThat(byDefault().random(0).remaining(50 * MILLI).on(500))
                .isEqualTo(new Decision.Retry(0, WaitSource.BACKOFF, false));
        assertThat(byDefault().random(0).remaining(50 * MILLI - 1).on(500)).isEqualTo(giveUp(Reason.DEADLINE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -MILLI, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void nothingFitsADeadlineThatIsOver(long remaining) {
        assertThat(byDefault().random(0).remaining(remaining).on(500)).isEqualTo(giveUp(Reason.DEADLINE));
        assertThat(hintOfOneSecond().remaining(remaining).on(429)).isEqualTo(giveUp(Reason.DEADLINE));
    }

    @Test
    void jitterGivesWayToTheDeadline() {
        assertThat(byDefault()
                        .random(0.999)
                        .after(1_000)
                        .remaining(1_050 * MILLI)
                        .on(429))
                .isEqualTo(afterOneSecond());
        assertThat(byDefault().random(0.5).after(1_000).remaining(1_060 * MILLI).on(429))
                .isEqualTo(new Decision.Retry(1_005 * MILLI, WaitSource.HINT, true));
    }

    @Test
    void jitterIsATenthOfTheHintAndAtMostASecond() {
        assertThat(byDefault().random(0.5).after(1_000).on(429))
                .isEqualTo(new Decision.Retry(1_050 * MILLI, WaitSource.HINT, true));
        assertThat(byDefault().random(0.5).after(15_000).on(429))
                .isEqualTo(new Decision.Retry(15_500 * MILLI, WaitSource.HINT, true));
        assertThat(byDefault().random(0.25).after(10_000).on(429))
                .isEqualTo(new Decision.Retry(10_250 * MILLI, WaitSource.HINT, true));
    }

    @Test
    void theLongerOfHintAndBackoffCounts() {
        assertThat(with(p -> p.set("backoff.jitter", "none"))
                        .random(0)
                        .after(99)
                        .on(503))
                .isEqualTo(new Decision.Retry(100 * MILLI, WaitSource.BACKOFF, false));
        assertThat(with(p -> p.set("backoff.jitter", "none"))
                        .random(0)
                        .after(100)
                        .on(503))
                .isEqualTo(new Decision.Retry(100 * MILLI, WaitSource.HINT, false));
    }

    @Test
    void aHintOverTheLongestWaitIsNeitherCutNorIgnored() {
        assertThat(byDefault().random(0).after(20_000).on(429))
                .isEqualTo(new Decision.Retry(20 * SECOND, WaitSource.HINT, true));
        assertThat(byDefault().after(20_001).on(429)).isEqualTo(giveUp(Reason.HINT_TOO_LONG));
        assertThat(byDefault().after(20_001).on(503)).isEqualTo(giveUp(Reason.HINT_TOO_LONG));
        assertThat(byDefault().after(Long.MAX_VALUE).on(429)).isEqualTo(giveUp(Reason.HINT_TOO_LONG));
    }

    @Test
    void aClientThatWaitsForNobodyFollowsAHintOfNothing() {
        assertThat(with(p -> p.set("retry-after.max-wait", "0s")).after(0).on(503))
                .isInstanceOf(Decision.Retry.class);
        assertThat(with(p -> p.set("retry-after.max-wait", "0s")).after(1).on(503))
                .isEqualTo(giveUp(Reason.HINT_TOO_LONG));
    }

    @Test
    void aBreakerThatOpensAgainDuringTheWaitIsNoObstacle() {
        assertThat(hintOfOneSecond().open(SECOND).on(429)).isEqualTo(afterOneSecond());
        assertThat(hintOfOneSecond().open(SECOND + 1).on(429)).isEqualTo(giveUp(Reason.CIRCUIT_OPEN));
        assertThat(hintOfOneSecond().open(Long.MAX_VALUE).on(429)).isEqualTo(giveUp(Reason.CIRCUIT_OPEN));
    }

    @Test
    void aClosedScopeIsWaitedForAsLongAsCooldownMaxWaitSaysAfterTheWait() {
        assertThat(hintOfOneSecond().closed(6 * SECOND).on(429)).isEqualTo(afterOneSecond());
        assertThat(hintOfOneSecond().closed(6 * SECOND + 1).on(429)).isEqualTo(giveUp(Reason.COOLING_DOWN));
        assertThat(hintOfOneSecond().closed(Long.MAX_VALUE).on(429)).isEqualTo(giveUp(Reason.COOLING_DOWN));
    }

    @Test
    void aClosedScopeMustReopenWithinTheDeadline() {
        assertThat(hintOfOneSecond().closed(3 * SECOND).remaining(3_050 * MILLI).on(429))
                .isEqualTo(afterOneSecond());
        assertThat(hintOfOneSecond()
                        .closed(3 * SECOND)
                        .remaining(3_050 * MILLI - 1)
                        .on(429))
                .isEqualTo(giveUp(Reason.COOLING_DOWN));
    }

    @Test
    void theBreakerIsLookedAtWhenTheCooldownIsOver() {
        assertThat(hintOfOneSecond().closed(3 * SECOND).open(3 * SECOND).on(429))
                .isEqualTo(afterOneSecond());
        assertThat(hintOfOneSecond().closed(3 * SECOND).open(3 * SECOND + 1).on(429))
                .isEqualTo(giveUp(Reason.CIRCUIT_OPEN));
    }

    private static Deciding hintOfOneSecond() {
        return byDefault().random(0).after(1_000);
    }

    private static Decision afterOneSecond() {
        return new Decision.Retry(SECOND, WaitSource.HINT, true);
    }

    private static Decision giveUp(Reason reason) {
        return new Decision.GiveUp(reason);
    }
}
