// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.resilienthttp.gate.Cooldown.Entry;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CooldownSettingsTest {
    @Test
    void aDisabledOneNeverCloses() {
        Cooldown none = Cooldown.of(new Policy.Cooldown(false, Duration.ofSeconds(1), 1, Duration.ofDays(32), true));
        assertThat(none).isSameAs(Cooldown.NONE);
        none.close(100, 0);
        none.answered(0, true, 0);
        none.lost(0, 0);
        none.reopen(0);
        none.leave(() -> {}, 0);
        assertThat(none.open()).isTrue();
        assertThat(none.enter(() -> {}, 0, 0)).isEqualTo(Entry.UNPACED);
        assertThat(none.closedUntil(0)).isZero();
        assertThat(none.idle(0)).isTrue();
        assertThat(none.waiting()).isZero();
    }

    @Test
    void anEnabledOneIsNewEachTime() {
        Policy.Cooldown settings = CooldownScene.settings(1, 1, 1);
        assertThat(Cooldown.of(settings)).isInstanceOf(ScopeCooldown.class).isNotSameAs(Cooldown.of(settings));
    }

    @Test
    void spansThatTheTickerCannotHoldAreForEver() {
        Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
        CooldownLimits limits = CooldownLimits.of(new Policy.Cooldown(true, ages, 1, ages, true));
        assertThat(limits.longestWait(5)).isEqualTo(Long.MAX_VALUE);
        assertThat(limits.longestHold(5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void saysWhichSettingIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cooldown.of(CooldownScene.settings(-1, 1, 1)))
                .withMessage("cooldown.max-wait = PT-0.000000001S: must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cooldown.of(CooldownScene.settings(1, -1, 1)))
                .withMessage("cooldown.max-waiting = -1: must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cooldown.of(CooldownScene.settings(1, 1, 0)))
                .withMessage("cooldown.max-hold = PT0S: must be above 0");
    }
}
