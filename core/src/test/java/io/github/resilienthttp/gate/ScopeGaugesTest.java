// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.event.ClientGauges;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of several scopes the gauges show the one that is worst off. */
class ScopeGaugesTest {
    private final ScopesScene scene = new ScopesScene(4, settings -> settings.set("budget.capacity", "10"));
    private final ClientGauges gauges = scene.gatehouse.gauges();

    @Test
    void aClientThatWasNeverUsedIsWell() {
        assertThat(gauges.budget()).isEqualTo(1);
        assertThat(gauges.cooldownSeconds()).isZero();
        assertThat(gauges.circuit()).isEqualTo(CircuitState.CLOSED);
        assertThat(gauges.failureRate()).isNaN();
    }

    @Test
    void theEmptiestBudgetIsShown() {
        scene.visit("a").withdraw(scene.now());
        Scope emptiest = scene.visit("b");
        emptiest.withdraw(scene.now());
        emptiest.withdraw(scene.now());
        scene.visit("c");
        assertThat(gauges.budget()).isEqualTo(0.8);
    }

    @Test
    void theLongestCooldownIsShownAndNoneThatIsOver() {
        scene.visit("a").close(scene.in(Duration.ofSeconds(5)), scene.now());
        scene.visit("b").close(scene.in(Duration.ofSeconds(9)), scene.now());
        scene.visit("c");
        assertThat(gauges.cooldownSeconds()).isBetween(8.9, 9.0);
        scene.ticker.advance(Duration.ofSeconds(20));
        assertThat(gauges.cooldownSeconds()).isZero();
    }

    @Test
    void theWorstCircuitIsShown() {
        Scope well = scene.visit("a");
        for (int n = 0; n < ScopesScene.FAILURES_TO_OPEN; n++) {
            scene.attempt(well, BreakerMark.SUCCESS);
        }
        assertThat(gauges.circuit()).isEqualTo(CircuitState.CLOSED);
        assertThat(gauges.failureRate()).isZero();

        scene.open(scene.visit("b"));
        scene.visit("not called often enough");

        assertThat(gauges.circuit()).isEqualTo(CircuitState.OPEN);
        assertThat(gauges.failureRate()).isEqualTo(1);
    }

    @Test
    void whereNobodyCountsFailuresThereIsNoRate() {
        ScopesScene off = new ScopesScene(4, settings -> settings.circuitBreakerEnabled(false));
        off.visit("a");
        assertThat(off.gatehouse.gauges().failureRate()).isNaN();
    }
}
