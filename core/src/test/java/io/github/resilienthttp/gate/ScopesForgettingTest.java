// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What must not be forgotten, and that it is forgotten as soon as it may be. */
class ScopesForgettingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG_UNUSED = Duration.ofMinutes(10);

    private final ScopesScene scene = new ScopesScene(4, settings -> settings.rateLimit(10, MINUTE));
    private final Scope scope = scene.visit("special");

    private void assertKept() {
        scene.visitMany(20);
        assertThat(scene.remembers(scope)).as("kept").isTrue();
        assertThat(scene.visit("special")).isSameAs(scope);
    }

    private void assertForgotten() {
        // Those that came last are in its way otherwise.
        scene.visitMany(20);
        assertThat(scene.remembers(scope)).as("kept").isFalse();
    }

    @Test
    void nothingSpecial() {
        assertForgotten();
    }

    @Test
    void coolingDown() {
        scope.close(scene.in(MINUTE), scene.now());
        assertKept();
        scene.ticker.advance(MINUTE);
        assertForgotten();
    }

    @Test
    void coolingDownForAMonth() {
        scope.close(scene.in(Duration.ofDays(30)), scene.now());
        scene.ticker.advance(Duration.ofDays(29));
        assertKept();
        scene.ticker.advance(Duration.ofDays(1));
        assertForgotten();
    }

    @Test
    void waitedFor() {
        Permit waiting = scope.permit();
        scope.close(scene.in(Duration.ofSeconds(2)), scene.now());
        assertThat(scope.enter(waiting, scene.now(), Long.MAX_VALUE).kind()).isEqualTo(Admission.Kind.WAIT);
        scene.ticker.advance(Duration.ofSeconds(3));
        assertKept();
        waiting.cancel(scene.now());
        assertForgotten();
    }

    @Test
    void insideALiveRateWindow() {
        scene.attempt(scope, BreakerMark.SUCCESS);
        scene.ticker.advance(MINUTE);
        assertKept();
        scene.ticker.advance(MINUTE.dividedBy(100));
        assertForgotten();
    }

    @Test
    void shortOfBudget() {
        assertThat(scope.withdraw(scene.now())).isTrue();
        assertKept();
        scene.ticker.advance(MINUTE);
        assertForgotten();
    }

    @Test
    void inFlight() {
        Scope held = scene.acquire("special");
        assertKept();
        held.unpin();
        assertForgotten();
    }

    @Test
    void isolatedByHand() {
        scope.isolate();
        scene.ticker.advance(LONG_UNUSED.multipliedBy(2));
        assertKept();
        scope.closeCircuit();
        assertForgotten();
    }

    @Test
    void openUntilNobodyHasTriedForLong() {
        scene.open(scope);
        scene.ticker.advance(MINUTE.multipliedBy(2));
        assertKept();
        scene.ticker.advance(LONG_UNUSED.minusSeconds(1));
        assertKept();
        scene.ticker.advance(LONG_UNUSED.plusSeconds(1));
        assertForgotten();
    }

    @Test
    void halfOpenUntilNobodyHasTriedForLong() {
        scene.open(scope);
        scene.ticker.advance(MINUTE.multipliedBy(2));
        scene.attempt(scope, BreakerMark.NONE);
        assertThat(scene.circuit(scope)).isEqualTo("half-open");
        scene.ticker.advance(MINUTE.multipliedBy(2));
        assertKept();
        scene.ticker.advance(LONG_UNUSED.plusSeconds(1));
        assertForgotten();
    }

    @Test
    void whatHappensBetweenTheLookAndTheEndIsNotForgotten() {
        assertThat(scope.idle(scene.now())).isTrue();
        scope.close(scene.in(MINUTE), scene.now());
        assertThat(scope.retire(scene.now())).isFalse();
        assertThat(scope.tryPin(scene.now())).isTrue();
        assertThat(scope.retire(scene.in(MINUTE))).as("somebody is inside").isFalse();
        scope.unpin();
        assertThat(scope.retire(scene.in(MINUTE))).isTrue();
        assertThat(scope.tryPin(scene.now())).isFalse();
    }
}
