// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import io.github.resilienthttp.gate.CooldownScene.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCooldownClosedTest {
    private final CooldownScene scene = new CooldownScene(1_000, 3, 10_000);
    private final Cooldown cooldown = scene.cooldown;
    private final Caller a = scene.caller("a");
    private final Caller b = scene.caller("b");
    private final Caller c = scene.caller("c");
    private final Caller d = scene.caller("d");

    @Test
    void isOpenAtFirstAndLetsEveryoneGoUnpaced() {
        assertThat(cooldown.open()).isTrue();
        assertThat(cooldown.idle(0)).isTrue();
        assertThat(cooldown.closedUntil(0)).isZero();
        assertThat(a.asks()).isEqualTo(Entry.UNPACED);
        assertThat(cooldown.waiting()).isZero();
    }

    @Test
    void whileOpenNothingButACloseChangesAnything() {
        cooldown.answered(0, true, 5);
        cooldown.lost(0, 5);
        cooldown.leave(a, 5);
        cooldown.reopen(5);
        assertThat(cooldown.open()).isTrue();
    }

    @Test
    void closesUntilTheTimeAndNotANanosecondLess() {
        scene.close(100);
        assertThat(cooldown.open()).isFalse();
        assertThat(cooldown.closedUntil(0)).isEqualTo(100);
        assertThat(a.asks()).isEqualTo(Entry.waitUntil(100));
        scene.now = 99;
        assertThat(cooldown.closedUntil(99)).isEqualTo(100);
        assertThat(a.asks()).isEqualTo(Entry.waitUntil(100));
        scene.now = 100;
        assertThat(cooldown.closedUntil(100)).isZero();
        a.goes();
    }

    @Test
    void aTimeThatHasPassedClosesNothing() {
        scene.now = 50;
        scene.close(50);
        scene.close(0);
        assertThat(cooldown.open()).isTrue();
    }

    @Test
    void laterHintsOnlyExtend() {
        scene.close(100);
        scene.close(60);
        assertThat(cooldown.closedUntil(0)).isEqualTo(100);
        scene.close(200);
        assertThat(cooldown.closedUntil(0)).isEqualTo(200);
    }

    @Test
    void isNeverClosedForLongerThanTheLongestHold() {
        scene.now = 7;
        scene.close(Long.MAX_VALUE);
        assertThat(cooldown.closedUntil(7)).isEqualTo(10_007);
        scene.now = 8;
        scene.close(Long.MAX_VALUE);
        assertThat(cooldown.closedUntil(8)).isEqualTo(10_008);
    }

    @Test
    void spansBeyondTheTickerDoNotOverflow() {
        CooldownScene endless = new CooldownScene(Long.MAX_VALUE, 1, Long.MAX_VALUE);
        endless.now = 5;
        endless.close(Long.MAX_VALUE);
        assertThat(endless.caller("a").asks()).isEqualTo(Entry.waitUntil(Long.MAX_VALUE));
    }

    @Test
    void refusesAtOnceWhereTheWaitWouldBeOverTheLongest() {
        scene.close(1_001);
        assertThat(a.asks()).isEqualTo(Entry.refused(1_001));
        scene.now = 1;
        assertThat(b.asks()).isEqualTo(Entry.waitUntil(1_001));
        assertThat(cooldown.waiting()).isEqualTo(1);
    }

    @Test
    void refusesAtOnceWhereTheReopeningIsOverTheCallersOwnTime() {
        scene.close(100);
        assertThat(a.asks(99)).isEqualTo(Entry.refused(100));
        assertThat(b.asks(100)).isEqualTo(Entry.waitUntil(100));
    }

    @Test
    void refusesThoseForWhomThereIsNoRoomToWait() {
        scene.close(100);
        scene.callersWaiting(3);
        assertThat(a.asks()).isEqualTo(Entry.refused(100));
        assertThat(cooldown.waiting()).isEqualTo(3);
    }

    @Test
    void nobodyWaitsWhereThereIsRoomForNone() {
        CooldownScene strict = new CooldownScene(1_000, 0, 10_000);
        strict.close(100);
        assertThat(strict.caller("a").asks()).isEqualTo(Entry.refused(100));
        strict.now = 100;
        Caller probe = strict.caller("b").goes();
        assertThat(strict.caller("c").asks()).isEqualTo(Entry.refused(100));
        probe.isAnswered();
        assertThat(strict.cooldown.open()).isTrue();
    }

    @Test
    void askingAgainKeepsThePlaceAndCountsOnce() {
        scene.close(100);
        a.asks();
        b.asks();
        a.asks();
        a.asks();
        assertThat(cooldown.waiting()).isEqualTo(2);
        scene.now = 100;
        assertThat(b.asks().kind()).isEqualTo(Entry.Kind.WAIT);
        a.goes();
    }

    @Test
    void whoLeavesMakesRoomAndIsForgotten() {
        scene.close(100);
        List<Caller> waiting = scene.callersWaiting(3);
        waiting.get(0).leaves();
        waiting.get(0).leaves();
        assertThat(cooldown.waiting()).isEqualTo(2);
        assertThat(a.asks()).isEqualTo(Entry.waitUntil(100));
        scene.now = 100;
        waiting.get(1).goes();
        assertThat(scene.woken).isEmpty();
    }

    @Test
    void anExtensionWakesThoseWhoNoLongerFitAndRefusesThem() {
        scene.close(100);
        a.asks(150);
        b.asks(200);
        c.asks();
        scene.close(199);
        assertThat(scene.wokenSince()).containsExactly(a);
        assertThat(a.asks(150)).isEqualTo(Entry.refused(199));
        scene.close(201);
        assertThat(scene.wokenSince()).containsExactly(b);
        scene.close(202);
        assertThat(scene.wokenSince()).as("woken once per wait").isEmpty();
        assertThat(b.asks(200)).isEqualTo(Entry.refused(202));
        scene.now = 100;
        assertThat(c.asks()).isEqualTo(Entry.waitUntil(202));
        assertThat(cooldown.waiting()).isEqualTo(1);
    }

    @Test
    void theLongestWaitCountsFromTheFirstTimeOfAsking() {
        scene.close(600);
        a.asks();
        scene.now = 500;
        assertThat(a.asks()).isEqualTo(Entry.waitUntil(600));
        scene.close(1_001);
        assertThat(scene.wokenSince()).containsExactly(a);
        assertThat(a.asks()).isEqualTo(Entry.refused(1_001));
        assertThat(a.asks()).as("a new wait").isEqualTo(Entry.waitUntil(1_001));
    }

    @Test
    void aReopeningByHandCallsUpTheHeadAtOnce() {
        scene.close(1_000);
        a.asks();
        b.asks();
        scene.now = 10;
        cooldown.reopen(10);
        assertThat(cooldown.open()).isFalse();
        assertThat(cooldown.closedUntil(10)).isZero();
        assertThat(scene.wokenSince()).containsExactly(a);
        assertThat(b.asks()).as("until its own longest wait").isEqualTo(Entry.waitUntil(1_000));
        a.goes().isAnswered();
        assertThat(scene.wokenSince()).containsExactly(b);
    }

    @Test
    void aReopeningByHandWithNobodyWaitingMakesTheNextCallerTheProbe() {
        scene.close(1_000);
        cooldown.reopen(10);
        scene.now = 10;
        assertThat(cooldown.open()).isFalse();
        d.goes();
        assertThat(c.asks().kind()).isEqualTo(Entry.Kind.WAIT);
    }

    @Test
    void isIdleOnceTheTimeHasPassedAndNobodyWaits() {
        scene.close(100);
        assertThat(cooldown.idle(99)).isFalse();
        assertThat(cooldown.idle(100)).isTrue();
        a.asks();
        assertThat(cooldown.idle(100)).isFalse();
        a.leaves();
        assertThat(cooldown.idle(100)).isTrue();
    }
}
