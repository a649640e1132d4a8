// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** More calls than a server's quota, for 20 s. */
class ThrottleTest {
    private static final Contender RETRIES = Contenders.jittered(3);

    @Test
    void whereTheServerSaysWhenNearlyNothingIsSentInVain() {
        Runs ours = Runs.of(Scenarios.throttle(), Runs.OURS);
        Runs none = Runs.of(Scenarios.throttle(), Contenders.none());
        assertThat(ours.highest(StormResult::throttled)).isLessThan(20);
        assertThat(none.mean(StormResult::throttled)).isGreaterThan(300);
        assertThat(Runs.of(Scenarios.throttle(), RETRIES).mean(StormResult::throttled))
                .isGreaterThan(1500);
        assertThat(ours.mean(StormResult::endedWell))
                .as("and no fewer calls get through")
                .isGreaterThanOrEqualTo(none.mean(StormResult::endedWell));
    }

    @Test
    void whereItDoesNotSayNothingIsSentAgain() {
        Runs ours = Runs.of(Scenarios.throttleWithoutHint(), Runs.OURS);
        assertThat(ours.highest(StormResult::amplification)).isEqualTo(1);
        assertThat(Runs.of(Scenarios.throttleWithoutHint(), RETRIES).mean(StormResult::amplificationDuring))
                .isGreaterThan(2);
    }

    @Test
    void aFleetIsHeldBackProcessByProcess() {
        Runs ours = Runs.of(Scenarios.throttle().withClients(10), Runs.OURS);
        double none = Runs.of(Scenarios.throttle(), Contenders.none()).mean(StormResult::throttled);
        assertThat(ours.highest(StormResult::throttled)).isLessThan((int) (none / 2));
    }
}
