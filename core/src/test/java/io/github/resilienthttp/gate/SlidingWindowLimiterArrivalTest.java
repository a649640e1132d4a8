// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reaches the server late counts from then, and whoever has waited makes way for it. */
class SlidingWindowLimiterArrivalTest {
    private final SlidingWindowLimiter one = new SlidingWindowLimiter(1, 100);
    private final SlidingWindowLimiter two = new SlidingWindowLimiter(2, 100);

    @Test
    void whatArrivesLateCountsFromItsArrival() {
        two.move(two.reserve(0, 0), 30);
        assertThat(two.reserve(0, 0)).as("one of two was free").isZero();
        assertThat(two.available(100)).isEqualTo(1);
        assertThat(two.reserve(100, 100)).isEqualTo(100);
        assertThat(two.reserve(100, 129)).isEqualTo(Limiter.REFUSED);
        assertThat(two.reserve(100, 130)).isEqualTo(130);
    }

    @Test
    void whatArrivesAtOnceCountsFromItsGrant() {
        one.move(one.reserve(50, 50), 20);
        assertThat(one.earliest(50)).isEqualTo(150);
    }

    @Test
    void whoHasWaitedGoesWhereNothingCameLate() {
        one.reserve(0, 0);
        long second = one.reserve(0, 1000);
        assertThat(one.confirm(second, 100)).isEqualTo(100);
        assertThat(one.earliest(100)).isEqualTo(200);
    }

    @Test
    void whoHasWaitedMakesWayForWhatCameLateAndKeepsThatTime() {
        long first = one.reserve(0, 0);
        long second = one.reserve(0, 1000);
        one.move(first, 40);
        assertThat(one.confirm(second, 100)).isEqualTo(140);
        assertThat(one.available(140)).isZero();
        assertThat(one.confirm(140, 140)).isEqualTo(140);
        assertThat(one.reserve(140, 1000)).isEqualTo(240);
    }

    @Test
    void ofTwoPermitsTheOneThatIsStillOutDoesNotHoldUpTheOther() {
        two.move(two.reserve(0, 0), 40);
        two.reserve(0, 0);
        long third = two.reserve(0, 1000);
        assertThat(two.confirm(third, 100)).isEqualTo(100);
        assertThat(two.reserve(100, 139)).isEqualTo(Limiter.REFUSED);
        assertThat(two.reserve(100, 140)).isEqualTo(140);
    }
}
