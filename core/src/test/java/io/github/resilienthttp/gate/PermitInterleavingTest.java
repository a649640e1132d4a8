// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import io.github.resilienthttp.decision.BreakerMark;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class PermitInterleavingTest {
    private static final long NOW = 100;
    private static final long FOREVER = Long.MAX_VALUE;

    @Test
    void aWakeIsHeardHoweverItMeetsWhoIsToHearIt() {
        explore(() -> {
            GateJournal gates = new GateJournal();
            gates.cooldownSays = Cooldown.Entry.waitUntil(900);
            Permit permit = gates.permit();
            permit.enter(NOW, FOREVER);
            AtomicInteger heard = new AtomicInteger();

            together(() -> permit.onWake(heard::incrementAndGet), () -> gates.waiter.wake());

            require(heard.get() > 0, "nobody heard it");
            require(permit.woken(), "it is not known as woken");
        });
    }

    @Test
    void whoAsksAgainAtTheMomentItIsCalledUpDoesNotSleepOn() {
        explore(() -> {
            Cooldown cooldown = Cooldown.of(CooldownScene.settings(10_000, 5, 1_000));
            Gates gates = new Gates(
                    DisabledBreaker.INSTANCE, UnlimitedLimiter.INSTANCE, 0, cooldown, UnlimitedBudget.INSTANCE);
            cooldown.close(NOW, 0);
            Permit probe = new Permit(gates);
            probe.enter(NOW, FOREVER);
            Permit waiting = new Permit(gates);
            waiting.enter(NOW, FOREVER);
            Admission[] again = new Admission[1];

            together(
                    () -> probe.settle(BreakerMark.SUCCESS, 0, null, true, false, true, NOW),
                    () -> again[0] = waiting.enter(NOW, FOREVER));

            require(again[0].kind() == Admission.Kind.GO || waiting.woken(), "told " + again[0] + ", and never woken");
        });
    }
}
