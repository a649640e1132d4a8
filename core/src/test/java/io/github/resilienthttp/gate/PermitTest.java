// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.gate.Cooldown.Entry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gate is asked in its turn, and whatever was taken goes back exactly once. */
class PermitTest {
    private static final long NOW = 100;

    private final GateJournal gates = new GateJournal();
    private final Permit permit = gates.permit();

    private Admission enter() {
        return permit.enter(NOW, Long.MAX_VALUE);
    }

    private void settle(BreakerMark mark, boolean answered, boolean throttled, boolean sent) {
        permit.settle(mark, 3, null, answered, throttled, sent, NOW);
    }

    @Test
    void anOpenCooldownIsNotEvenAsked() {
        assertThat(enter()).isEqualTo(Admission.GO);
        assertThat(gates.take()).containsExactly("rate", "breaker permit");
        assertThat(permit.paced()).isFalse();
    }

    @Test
    void theBreakersPermitIsTakenLast() {
        gates.cooldownSays = Entry.go(4);
        assertThat(enter()).isEqualTo(Admission.GO);
        assertThat(gates.take()).containsExactly("cooldown", "rate", "breaker permit");
        assertThat(permit.paced()).isTrue();
    }

    @Test
    void theBreakerIsLookedAtBeforeARatePermitIsTaken() {
        gates.openUntil = 900;
        assertThat(enter()).isEqualTo(Admission.refused(Reason.CIRCUIT_OPEN, 900));
        assertThat(gates.take()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, success 3", "FAILURE, failure 3", "NEUTRAL, neutral", "NONE, release"})
    void aPermitIsSettledOnceHoweverOftenItIsAskedTo(BreakerMark mark, String told) {
        enter();
        gates.take();
        settle(mark, true, false, true);
        settle(BreakerMark.FAILURE, true, false, false);
        permit.cancel(NOW);
        assertThat(gates.take()).containsExactly(told);
        assertThatThrownBy(this::enter).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsGivenBackTwiceByCancelling() {
        gates.cooldownSays = Entry.go(4);
        enter();
        gates.take();
        permit.cancel(NOW);
        assertThat(gates.take()).containsExactly("release", "refund 100", "lost 4", "leave cooldown");
        permit.cancel(NOW);
        settle(BreakerMark.SUCCESS, true, false, true);
        assertThat(gates.take()).isEmpty();
    }

    @Test
    void cancellingWhatWasNeverAskedForGivesNothingBack() {
        permit.cancel(NOW);
        assertThat(gates.take()).isEmpty();
    }

    @Test
    void theFailuresCauseIsToldToTheBreaker() {
        enter();
        gates.take();
        permit.settle(BreakerMark.FAILURE, 5, new IOException("reset"), false, false, true, NOW);
        assertThat(gates.take()).containsExactly("failure 5 reset");
    }

    @Test
    void theRatePermitOfWhatWasNeverSentGoesBack() {
        enter();
        gates.take();
        settle(BreakerMark.FAILURE, false, false, false);
        assertThat(gates.take()).containsExactly("failure 3", "refund 100");
    }

    @ParameterizedTest
    @CsvSource({"true, false, answered 4", "true, true, answered 4 throttled", "false, false, lost 4"})
    void aPacedReopeningHearsWhatCameOfIt(boolean answered, boolean throttled, String told) {
        gates.cooldownSays = Entry.go(4);
        enter();
        gates.take();
        settle(BreakerMark.SUCCESS, answered, throttled, true);
        assertThat(gates.take()).containsExactly("success 3", told);
    }

    @Test
    void anOpenBreakerGivesThePlaceInAReopeningBack() {
        gates.cooldownSays = Entry.go(4);
        gates.openUntil = 900;
        enter();
        assertThat(gates.take()).containsExactly("cooldown", "lost 4", "leave cooldown");
        permit.cancel(NOW);
        assertThat(gates.take()).containsExactly("leave cooldown");
    }

    @Test
    void aRateLimitThatRefusesLeavesNothingBehind() {
        gates.cooldownSays = Entry.go(4);
        gates.limiterGrants = Limiter.REFUSED;
        assertThat(enter()).isEqualTo(Admission.refused(Reason.RATE_LIMITED, NOW + 7));
        assertThat(gates.take()).containsExactly("cooldown", "rate", "lost 4", "leave cooldown");
    }

    @Test
    void aBreakerWithoutPermitsGivesTheRestBack() {
        gates.cooldownSays = Entry.go(4);
        gates.breakerHasPermits = false;
        assertThat(enter()).isEqualTo(Admission.refused(Reason.CIRCUIT_OPEN, Admission.UNKNOWN));
        assertThat(gates.take())
                .containsExactly("cooldown", "rate", "no breaker permit", "refund 100", "lost 4", "leave cooldown");
    }

    @Test
    void aBreakerThatOpenedInBetweenSaysUntilWhen() {
        gates.breakerHasPermits = false;
        gates.openUntilOnceRefused = 500;
        assertThat(enter()).isEqualTo(Admission.refused(Reason.CIRCUIT_OPEN, 500));
    }

    @Test
    void aPlaceInAReopeningIsNotHeldWhileWaitingForTheRateLimit() {
        gates.cooldownSays = Entry.go(4);
        gates.limiterGrants = 150L;
        assertThat(enter()).isEqualTo(Admission.waitUntil(150, WaitSource.RATE_LIMIT));
        assertThat(gates.take()).containsExactly("cooldown", "rate", "lost 4");
        assertThat(permit.paced()).isFalse();

        gates.cooldownSays = Entry.go(5);
        assertThat(permit.enter(150, Long.MAX_VALUE)).isEqualTo(Admission.GO);
        assertThat(gates.take())
                .as("the permit it waited for is its own")
                .containsExactly("cooldown", "breaker permit");
        settle(BreakerMark.SUCCESS, true, false, true);
        assertThat(gates.take()).containsExactly("success 3", "answered 5");
    }

    @Test
    void askingTooEarlyForAReservedPermitTakesNoOther() {
        gates.limiterGrants = 150L;
        enter();
        gates.take();
        assertThat(enter()).isEqualTo(Admission.waitUntil(150, WaitSource.RATE_LIMIT));
        assertThat(gates.take()).isEmpty();
        permit.cancel(NOW);
        assertThat(gates.take()).containsExactly("refund 150", "leave cooldown");
    }

    @Test
    void aCooldownThatBeginsWhileWaitingForTheRateLimitGivesThePermitBack() {
        gates.limiterGrants = 150L;
        enter();
        gates.take();
        gates.cooldownSays = Entry.waitUntil(200);
        assertThat(permit.enter(150, Long.MAX_VALUE)).isEqualTo(Admission.waitUntil(200, WaitSource.COOLDOWN));
        assertThat(gates.take()).containsExactly("cooldown", "refund 150");
        permit.cancel(NOW);
        assertThat(gates.take()).containsExactly("leave cooldown");
    }

    @Test
    void aCooldownThatRefusesGivesThePermitBack() {
        gates.limiterGrants = 150L;
        enter();
        gates.take();
        gates.cooldownSays = Entry.refused(200);
        assertThat(permit.enter(150, Long.MAX_VALUE)).isEqualTo(Admission.refused(Reason.COOLING_DOWN, 200));
        assertThat(gates.take()).containsExactly("cooldown", "refund 150");
    }

    @Test
    void whoHasNeverAskedIsTurnedAwayWithoutAPlaceInTheLine() {
        gates.cooldownSays = Entry.waitUntil(200);
        gates.turnedAwayUntil = 500;
        assertThat(enter()).isEqualTo(Admission.refused(Reason.COOLING_DOWN, 500));
        assertThat(gates.take()).isEmpty();
    }

    /** Only the line itself can let go of whoever stands in it. */
    @Test
    void whoWaitsAlreadyIsAnsweredByTheLine() {
        gates.cooldownSays = Entry.waitUntil(200);
        enter();
        gates.take();
        gates.turnedAwayUntil = 500;
        gates.cooldownSays = Entry.refused(500);
        assertThat(enter()).isEqualTo(Admission.refused(Reason.COOLING_DOWN, 500));
        assertThat(gates.take()).containsExactly("cooldown");
    }

    @Test
    void nobodyReadsTheClockForAnAttemptThatNobodyTimes() {
        assertThat(permit.timed()).isFalse();
        assertThat(new ScopesScene(1).visit("a").permit().timed()).isFalse();
    }

    @Test
    void aLimiterThatCountsFromTheArrivalHearsOfItOnce() {
        gates.limiterTimed = true;
        enter();
        assertThat(permit.timed()).isTrue();
        gates.take();
        permit.settle(BreakerMark.SUCCESS, 3, null, true, false, true, 140);
        permit.cancel(150);
        assertThat(gates.take()).containsExactly("success 3", "arrived 100 by 140");
    }

    @Test
    void whatWasNeverSentDoesNotArrive() {
        gates.limiterTimed = true;
        enter();
        gates.take();
        settle(BreakerMark.FAILURE, false, false, false);
        assertThat(gates.take()).containsExactly("failure 3", "refund 100");
    }

    @Test
    void suchALimiterIsAskedAgainAfterTheWait() {
        gates.limiterTimed = true;
        gates.limiterGrants = 150L;
        enter();
        gates.take();
        gates.limiterGrants = 170L;
        assertThat(permit.enter(150, Long.MAX_VALUE)).isEqualTo(Admission.waitUntil(170, WaitSource.RATE_LIMIT));
        assertThat(gates.take()).containsExactly("confirm 150");
        assertThat(permit.enter(160, Long.MAX_VALUE))
                .as("too early")
                .isEqualTo(Admission.waitUntil(170, WaitSource.RATE_LIMIT));
        assertThat(gates.take()).isEmpty();
        permit.cancel(160);
        assertThat(gates.take()).containsExactly("refund 170", "leave cooldown");
    }

    @Test
    void aPermitConfirmedForTooLateIsRefusedAndGivenBack() {
        gates.limiterTimed = true;
        gates.limiterGrants = 150L;
        enter();
        gates.take();
        gates.limiterGrants = 170L;
        assertThat(permit.enter(150, 160).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(gates.take()).containsExactly("confirm 150", "refund 170", "leave cooldown");
    }

    @Test
    void aPermitConfirmedForTheLastMomentIsWaitedFor() {
        gates.limiterTimed = true;
        gates.limiterGrants = 150L;
        enter();
        gates.limiterGrants = 170L;
        assertThat(permit.enter(150, 170)).isEqualTo(Admission.waitUntil(170, WaitSource.RATE_LIMIT));
    }

    @Test
    void theRateLimitIsWaitedForNoLongerThanItsOwnPatience() {
        ScopesScene scene = new ScopesScene(
                1, settings -> settings.rateLimit(1, Duration.ofSeconds(1)).rateLimitMaxWait(Duration.ofMillis(500)));
        Scope scope = scene.visit("a");
        scene.go(scope);
        assertThat(scope.enter(scope.permit(), scene.now(), Long.MAX_VALUE).reason())
                .isEqualTo(Reason.RATE_LIMITED);
    }
}
