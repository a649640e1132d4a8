// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import io.github.resilienthttp.gate.Cooldown.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class CooldownInterleavingTest {
    private static final long UNTIL = 100;
    private static final long FOREVER = Long.MAX_VALUE;

    /** A caller who may be woken from anywhere. */
    private static final class Caller implements Cooldown.Waiter {
        private volatile boolean woken;
        private volatile Entry entry = Entry.UNPACED;

        @Override
        public void wake() {
            woken = true;
        }

        void asks(Cooldown cooldown) {
            woken = false;
            entry = cooldown.enter(this, UNTIL, FOREVER);
        }

        boolean goes() {
            return entry.kind() == Entry.Kind.GO;
        }

        /** Whether it is on its way: gone, or told to ask again. */
        boolean isNotForgotten() {
            return goes() || woken;
        }
    }

    /** Closed, and the time has come: the next is the probe. */
    private static Cooldown due() {
        Cooldown cooldown = Cooldown.of(CooldownScene.settings(10_000, 5, 1_000));
        cooldown.close(UNTIL, 0);
        return cooldown;
    }

    @Test
    void oneProbeGoesFirst() {
        explore(() -> {
            Cooldown cooldown = due();
            Caller one = new Caller();
            Caller other = new Caller();

            together(() -> one.asks(cooldown), () -> other.asks(cooldown));

            require(one.goes() != other.goes(), one.entry + " and " + other.entry);
            require(cooldown.waiting() == 1, "waiting " + cooldown.waiting());
        });
    }

    @Test
    void whoAsksWhileTheProbeIsAnsweredIsNotForgotten() {
        explore(() -> {
            Cooldown cooldown = due();
            Caller probe = new Caller();
            probe.asks(cooldown);
            Caller next = new Caller();

            together(() -> cooldown.answered(probe.entry.epoch(), false, UNTIL), () -> next.asks(cooldown));

            require(next.isNotForgotten(), "told " + next.entry + ", and never woken");
        });
    }

    @Test
    void theTurnOfOneWhoLeavesGoesToTheNext() {
        explore(() -> {
            Cooldown cooldown = due();
            Caller probe = new Caller();
            probe.asks(cooldown);
            Caller first = new Caller();
            first.asks(cooldown);
            Caller second = new Caller();
            second.asks(cooldown);

            together(() -> cooldown.answered(probe.entry.epoch(), false, UNTIL), () -> cooldown.leave(first, UNTIL));

            require(second.isNotForgotten(), "the second was never woken");
        });
    }

    @Test
    void ofTwoTimesThatServersNameTheLaterHolds() {
        explore(() -> {
            Cooldown cooldown = Cooldown.of(CooldownScene.settings(10_000, 5, 1_000));
            Caller caller = new Caller();

            together(() -> cooldown.close(300, 0), () -> caller.asks(cooldown), () -> cooldown.close(200, 0));

            require(cooldown.closedUntil(0) == 300, "closed until " + cooldown.closedUntil(0));
            require(caller.goes() || caller.entry.until() >= 200, "told " + caller.entry);
        });
    }
}
