// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look without a lock says what a newcomer would hear. */
class ScopeCooldownTurnedAwayTest {
    private static final long MAX_WAIT = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 500, 999, 1_000, 1_001, 5_000, 10_000})
    void itAgreesWithWhatANewcomerWouldHear(long until) {
        for (long latest : new long[] {0, 1, 499, 500, 501, 1_000, 1_001, 20_000, Long.MAX_VALUE}) {
            CooldownScene scene = new CooldownScene(MAX_WAIT, 3, 10_000);
            scene.close(until);
            for (long now : new long[] {0, 1, 499, 999, 1_000, 5_000, 10_000}) {
                long turnedAway = scene.cooldown.turnedAwayUntil(now, latest);
                if (now >= until) {
                    assertThat(turnedAway).isZero();
                } else {
                    Entry heard = scene.cooldown.enter(() -> {}, now, latest);
                    assertThat(heard.kind() == Entry.Kind.REFUSED).isEqualTo(turnedAway > 0);
                    assertThat(turnedAway).isEqualTo(turnedAway > 0 ? heard.until() : 0);
                }
            }
        }
    }

    @Test
    void nobodyIsTurnedAwayWhereItIsOpen() {
        assertThat(new CooldownScene(MAX_WAIT, 3, 10_000).cooldown.turnedAwayUntil(0, 0))
                .isZero();
    }

    @Test
    void nobodyIsTurnedAwayWhileItReopens() {
        CooldownScene scene = new CooldownScene(MAX_WAIT, 3, 10_000);
        scene.closeAndLetPass();
        scene.caller("probe").goes();

        assertThat(scene.cooldown.turnedAwayUntil(scene.now, scene.now)).isZero();
    }
}
