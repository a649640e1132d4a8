// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import org.junit.jupiter.api.Test;

/** In observe the request goes through whatever is said; only what it really took is settled. */
class PermitObservingTest {
    private final GateJournal gates = new GateJournal();
    private final Permit permit = gates.permit();

    @Test
    void whatIsFreeIsTakenAndSettled() {
        assertThat(permit.observe(100)).isEqualTo(Admission.GO);
        permit.settle(BreakerMark.SUCCESS, 0, null, true, false, true, 100);
        assertThat(gates.take()).containsExactly("rate", "breaker permit", "success 0");
    }

    @Test
    void whatIsNeverSentGoesBack() {
        permit.observe(100);
        gates.take();
        permit.cancel(100);
        assertThat(gates.take()).containsExactly("release", "refund 100");
    }

    @Test
    void aClosedScopeIsToldFirst() {
        gates.closedUntil = 900;
        gates.openUntil = 800;
        gates.limiterGrants = Limiter.REFUSED;
        assertThat(permit.observe(100)).isEqualTo(Admission.refused(Reason.COOLING_DOWN, 900));
    }

    @Test
    void anOpenBreakerIsNotAskedForAPermit() {
        gates.openUntil = 800;
        assertThat(permit.observe(100)).isEqualTo(Admission.refused(Reason.CIRCUIT_OPEN, 800));
        permit.settle(BreakerMark.FAILURE, 0, null, true, false, true, 100);
        assertThat(gates.take()).containsExactly("rate");
    }

    @Test
    void aBreakerWithoutPermitsDoesNotSayUntilWhen() {
        gates.breakerHasPermits = false;
        assertThat(permit.observe(100)).isEqualTo(Admission.refused(Reason.CIRCUIT_OPEN, Admission.UNKNOWN));
    }

    @Test
    void aUsedUpRateLimitIsToldAndNothingGoesBack() {
        gates.limiterGrants = Limiter.REFUSED;
        assertThat(permit.observe(100)).isEqualTo(Admission.refused(Reason.RATE_LIMITED, 107));
        permit.cancel(100);
        assertThat(gates.take()).containsExactly("rate", "breaker permit", "release");
    }
}
