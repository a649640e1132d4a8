// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import io.github.resilienthttp.gate.CooldownScene.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCooldownClosedAgainTest {
    private final CooldownScene scene = new CooldownScene(1_000, 3, 10_000);
    private final Cooldown cooldown = scene.cooldown;
    private final Caller late = scene.caller("late");

    @Test
    void thoseWhoWaitAreToldTheNewTimeAndKeepTheirOrder() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(0).goes();
        assertThat(callers.get(1).asks()).isEqualTo(Entry.waitUntil(1_000));
        assertThat(callers.get(2).asks()).isEqualTo(Entry.waitUntil(1_000));
        scene.close(300);
        callers.get(0).isThrottled();
        assertThat(scene.wokenSince())
                .as("else they would sleep through it")
                .containsExactly(callers.get(1), callers.get(2));
        assertThat(callers.get(2).asks()).isEqualTo(Entry.waitUntil(300));
        assertThat(callers.get(1).asks()).isEqualTo(Entry.waitUntil(300));
        scene.now = 300;
        assertThat(callers.get(2).asks()).isEqualTo(Entry.waitUntil(1_000));
        callers.get(1).goes();
    }

    @Test
    void thoseWhoWillAskInTimeByThemselvesAreLeftAsleep() {
        scene.close(100);
        scene.callersWaiting(3);
        scene.now = 10;
        scene.close(300);
        assertThat(scene.woken).isEmpty();
    }

    @Test
    void thoseForWhomTheNewTimeIsTooLateAreWokenAndRefused() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(2);
        scene.now = 100;
        callers.get(0).goes();
        scene.close(1_001);
        assertThat(scene.wokenSince()).containsExactly(callers.get(1));
        assertThat(callers.get(1).asks()).isEqualTo(Entry.refused(1_001));
    }

    @Test
    void slotsOfTheOldEpochAreVoid() {
        scene.closeAndLetPass();
        Caller old = scene.caller("old").goes();
        scene.closeAndLetPass();
        Caller probe = scene.caller("probe").goes();
        assertThat(late.asks().kind()).isEqualTo(Entry.Kind.WAIT);
        old.isAnswered();
        old.isLost();
        old.isThrottled();
        assertThat(scene.wokenSince()).isEmpty();
        probe.isAnswered();
        assertThat(scene.wokenSince()).containsExactly(late);
    }

    @Test
    void aSlotFromBeforeItWasOpenIsVoidToo() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(0).goes().isAnswered();
        callers.get(1).goes();
        assertThat(late.asks().kind()).isEqualTo(Entry.Kind.WAIT);
        callers.get(1).isAnswered();
        Caller old = callers.get(2).goes();
        old.isAnswered();
        assertThat(late.asks()).isEqualTo(Entry.UNPACED);
        assertThat(cooldown.open()).isTrue();
        scene.closeAndLetPass();
        late.goes();
        old.isAnswered();
        old.isLost();
        assertThat(scene.caller("second").asks().kind()).as("one probe").isEqualTo(Entry.Kind.WAIT);
        assertThat(cooldown.open()).isFalse();
    }

    @Test
    void theLastOneCalledUpKeepsItsTurnAndTimeWhenItIsClosedBeforeItGoes() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(0).goes().isAnswered();
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).contains(callers.get(2));
        scene.close(1_000);
        assertThat(late.asks()).isEqualTo(Entry.waitUntil(1_000));
        assertThat(callers.get(2).asks()).isEqualTo(Entry.waitUntil(1_000));
        scene.now = 1_000;
        callers.get(2).goes();
    }

    @Test
    void aCallUpIsVoidAndTheCallerIsTheHeadAgain() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        assertThat(callers.get(1).asks().kind()).isEqualTo(Entry.Kind.WAIT);
        assertThat(scene.wokenSince()).containsExactly(callers.get(0));
        scene.close(200);
        assertThat(callers.get(0).asks()).isEqualTo(Entry.waitUntil(200));
        assertThat(cooldown.waiting()).isEqualTo(3);
        scene.now = 200;
        callers.get(0).goes();
    }

    @Test
    void aCallUpThatIsVoidPushesTheLastOneOutOfAFullQueue() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(1).asks();
        assertThat(late.asks()).isEqualTo(Entry.waitUntil(1_100));
        scene.wokenSince();
        scene.close(200);
        assertThat(cooldown.waiting()).isEqualTo(3);
        assertThat(scene.wokenSince()).contains(late).doesNotContain(callers.get(0));
        assertThat(late.asks()).isEqualTo(Entry.refused(200));
        assertThat(callers.get(0).asks()).isEqualTo(Entry.waitUntil(200));
    }

    @Test
    void whoWasPushedOutAsksForItselfWhereThereIsRoomAgain() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(1).asks();
        late.asks();
        scene.close(1_100);
        callers.get(2).leaves();
        assertThat(cooldown.idle(1_100)).isFalse();
        assertThat(late.asks()).as("its wait still counts from 100").isEqualTo(Entry.waitUntil(1_100));
        scene.close(1_101);
        assertThat(late.asks()).isEqualTo(Entry.refused(1_101));
    }

    @Test
    void aCallUpIsVoidAndTheCallerRefusedWhereItNoLongerFits() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(2);
        scene.now = 100;
        callers.get(1).asks();
        scene.close(1_001);
        assertThat(callers.get(0).asks()).isEqualTo(Entry.refused(1_001));
        assertThat(cooldown.waiting()).isEqualTo(1);
    }

    @Test
    void closedAfterATimeThatPassedUnnoticedItIsClosedAgain() {
        scene.closeAndLetPass();
        scene.now = 500;
        scene.close(600);
        assertThat(cooldown.closedUntil(500)).isEqualTo(600);
        assertThat(late.asks()).isEqualTo(Entry.waitUntil(600));
    }
}
