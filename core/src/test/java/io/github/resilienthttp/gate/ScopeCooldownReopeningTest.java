// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import io.github.resilienthttp.gate.CooldownScene.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCooldownReopeningTest {
    private final CooldownScene scene = new CooldownScene(1_000, 20, 10_000);
    private final Cooldown cooldown = scene.cooldown;
    private final Caller late = scene.caller("late");

    @Test
    void theFirstToAskBecomesTheProbeWhereNobodyWaits() {
        scene.closeAndLetPass();
        late.goes();
        assertThat(cooldown.open()).isFalse();
        assertThat(cooldown.idle(scene.now)).as("a probe is in flight").isFalse();
        late.isAnswered();
        assertThat(cooldown.open()).as("nobody was held back").isTrue();
    }

    @Test
    void theProbeIsTheHeadOfTheQueueWhoeverAsksFirst() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        assertThat(callers.get(2).asks()).isEqualTo(Entry.waitUntil(1_000));
        assertThat(late.asks(700)).isEqualTo(Entry.waitUntil(700));
        assertThat(scene.wokenSince()).containsExactly(callers.get(0));
        assertThat(cooldown.waiting()).as("one is called up, one came").isEqualTo(3);
        callers.get(0).goes();
    }

    @Test
    void theHeadThatAsksByItselfNeedsNoWaking() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(2);
        scene.now = 100;
        callers.get(0).goes();
        assertThat(scene.woken).isEmpty();
    }

    @Test
    void twentyFollowOneTwoFourEightInFlight() {
        scene.close(100);
        Deque<Caller> queue = new ArrayDeque<>(scene.callersWaiting(20));
        scene.now = 100;
        Deque<Caller> flying = new ArrayDeque<>();
        flying.add(queue.remove().goes());
        List<Integer> inFlight = new ArrayList<>();
        while (!cooldown.open()) {
            inFlight.add(flying.size());
            flying.remove().isAnswered();
            for (Caller caller : scene.wokenSince()) {
                assertThat(caller).as("in the order of the queue").isSameAs(queue.remove());
                assertThat(caller.asks().kind()).isEqualTo(Entry.Kind.GO);
                flying.add(caller);
            }
        }
        // Probe; first follower; then each answer doubles: 1 → 2 → 4 → 8 → 16, which the last fifteen do not fill.
        assertThat(inFlight).containsExactly(1, 1, 2, 4, 8);
        assertThat(queue).isEmpty();
        assertThat(flying).as("seven of the eight, and the last eight").hasSize(15);
    }

    @Test
    void everyStepOfTheDoublingCallsUpWhatIsNewlyAllowed() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(20);
        scene.now = 100;
        callers.get(0).goes().isAnswered();
        assertThat(scene.wokenSince()).isEqualTo(callers.subList(1, 2));
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).isEqualTo(callers.subList(2, 4));
        callers.get(2).goes();
        callers.get(3).goes();
        callers.get(2).isAnswered();
        assertThat(scene.wokenSince()).isEqualTo(callers.subList(4, 7));
        callers.subList(4, 7).forEach(Caller::goes);
        callers.get(3).isAnswered();
        assertThat(scene.wokenSince()).isEqualTo(callers.subList(7, 12));
        callers.subList(7, 12).forEach(Caller::goes);
        assertThat(cooldown.waiting()).isEqualTo(8);
        callers.get(4).isAnswered();
        assertThat(scene.wokenSince()).isEqualTo(callers.subList(12, 20));
        callers.subList(12, 19).forEach(Caller::goes);
        assertThat(cooldown.open()).as("one was called up and has not gone yet").isFalse();
        assertThat(callers.get(19).asks()).isEqualTo(Entry.UNPACED);
        assertThat(cooldown.open()).as("sixteen allowed, fifteen in flight").isTrue();
    }

    @Test
    void newCallersQueueUpBehindThoseWhoWait() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(2);
        scene.now = 100;
        callers.get(0).goes();
        assertThat(late.asks()).isEqualTo(Entry.waitUntil(1_100));
        callers.get(0).isAnswered();
        assertThat(scene.wokenSince()).containsExactly(callers.get(1));
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).containsExactly(late);
    }

    @Test
    void whoLeavesTheQueueFreesNoPlaceAmongThoseUnderWay() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        callers.get(0).goes();
        callers.get(1).leaves();
        callers.get(2).leaves();
        assertThat(late.asks().kind()).as("the probe is still out").isEqualTo(Entry.Kind.WAIT);
        assertThat(scene.woken).isEmpty();
    }

    @Test
    void newCallersAreRefusedWhereTheQueueIsFull() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(20);
        scene.now = 100;
        callers.get(0).goes();
        assertThat(scene.caller("twentieth").asks().kind()).isEqualTo(Entry.Kind.WAIT);
        assertThat(late.asks()).as("open in principle").isEqualTo(Entry.refused(100));
    }

    @Test
    void whoHasWaitedForTooLongIsRefusedAndLeavesTheQueue() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(2);
        scene.now = 100;
        callers.get(0).goes();
        scene.now = 999;
        assertThat(callers.get(1).asks()).isEqualTo(Entry.waitUntil(1_000));
        scene.now = 1_000;
        assertThat(callers.get(1).asks()).isEqualTo(Entry.refused(1_000));
        assertThat(cooldown.waiting()).isZero();
        callers.get(0).isAnswered();
        assertThat(cooldown.open()).isTrue();
    }

    @Test
    void aLostProbeHandsItsRoleToTheNextOneOnly() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(4);
        scene.now = 100;
        callers.get(0).goes().isLost();
        assertThat(scene.wokenSince()).containsExactly(callers.get(1));
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).as("a first follower, not two").containsExactly(callers.get(2));
    }

    @Test
    void aLostFollowerFreesItsSlotWithoutDoubling() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(5);
        scene.now = 100;
        callers.get(0).goes().isAnswered();
        callers.get(1).goes().isLost();
        assertThat(scene.wokenSince()).containsExactly(callers.get(1), callers.get(2));
        callers.get(2).goes().isAnswered();
        assertThat(scene.wokenSince()).containsExactly(callers.get(3), callers.get(4));
    }

    @Test
    void afterALostProbeWithNobodyWaitingTheNextCallerIsTheProbeAndTheScopeMayBeForgotten() {
        scene.closeAndLetPass();
        late.goes().isLost();
        assertThat(cooldown.open()).isFalse();
        assertThat(cooldown.idle(scene.now)).isTrue();
        Caller next = scene.caller("next").goes();
        assertThat(late.asks().kind()).isEqualTo(Entry.Kind.WAIT);
        next.isAnswered();
        assertThat(scene.wokenSince()).containsExactly(late);
    }

    @Test
    void aThrottledProbeMakesTheNextOneTheProbe() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(4);
        scene.now = 100;
        callers.get(0).goes().isThrottled();
        assertThat(scene.wokenSince()).containsExactly(callers.get(1));
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).as("the allowance did not grow").containsExactly(callers.get(2));
    }

    @Test
    void aThrottledFollowerCallsBackThoseNotSentAndDrainsTheOthersBeforeTheNextProbe() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(12);
        scene.now = 100;
        callers.get(0).goes().isAnswered();
        callers.get(1).goes().isAnswered();
        callers.get(2).goes();
        callers.get(3).goes();
        callers.get(2).isAnswered();
        callers.get(4).goes();
        scene.wokenSince();
        callers.get(3).isThrottled();
        assertThat(callers.get(5).asks()).as("called up, then called back").isEqualTo(Entry.waitUntil(1_000));
        assertThat(callers.get(6).asks()).isEqualTo(Entry.waitUntil(1_000));
        assertThat(cooldown.waiting()).isEqualTo(7);
        callers.get(4).isAnswered();
        assertThat(scene.wokenSince()).as("one probe, in the old order").containsExactly(callers.get(5));
        callers.get(5).goes().isAnswered();
        assertThat(scene.wokenSince()).as("then one again").containsExactly(callers.get(6));
    }

    @Test
    void aCallerWhoLeavesWhenCalledUpHandsItsSlotOn() {
        scene.close(100);
        List<Caller> callers = scene.callersWaiting(3);
        scene.now = 100;
        late.asks();
        callers.get(0).leaves();
        assertThat(scene.wokenSince()).containsExactly(callers.get(0), callers.get(1));
        callers.get(1).goes().isAnswered();
        assertThat(scene.wokenSince()).as("still the probe's role").containsExactly(callers.get(2));
    }
}
