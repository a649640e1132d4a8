// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A cool-down under random steps, next to the little that anyone may know of it from outside. */
final class CooldownWorld {
    private final long maxWait;
    private final int maxWaiting;
    private final long maxHold;
    private final ReentrantLock lock = new ReentrantLock();
    final Cooldown cooldown;

    private final List<Caller> waiting = new ArrayList<>();
    private final List<Caller> paced = new ArrayList<>();
    private long now;
    private long closedUntil;
    private int epoch;
    /** Good answers in this epoch since the last throttled one, of those sent since. */
    private int good;
    /** How many throttled answers there were. */
    private int generation;

    CooldownWorld(long maxWait, int maxWaiting, long maxHold) {
        this.maxWait = maxWait;
        this.maxWaiting = maxWaiting;
        this.maxHold = maxHold;
        cooldown = new ScopeCooldown(CooldownScene.settings(maxWait, maxWaiting, maxHold), lock);
    }

    void take(CooldownStep step) {
        switch (step.kind()) {
            case ARRIVE -> ask(new Caller(now, step.pick() % 3 == 0 ? now + step.span() : Long.MAX_VALUE));
            case ASK_AGAIN -> pick(waiting, step).forEach(this::ask);
            case LEAVE -> pick(waiting, step).forEach(this::leave);
            case ANSWERED -> pick(paced, step).forEach(caller -> answered(caller, false));
            case THROTTLED -> pick(paced, step).forEach(caller -> answered(caller, true));
            case LOST -> pick(paced, step).forEach(this::lost);
            case TIME_PASSES -> now += step.span();
            case CLOSE -> close(now + step.span());
            case REOPEN -> {
                closedUntil = 0;
                cooldown.reopen(now);
            }
        }
        check();
    }

    private static List<Caller> pick(List<Caller> callers, CooldownStep step) {
        return callers.isEmpty() ? List.of() : List.of(callers.get(step.pick() % callers.size()));
    }

    private void close(long until) {
        if (until > now) {
            closedUntil = Math.max(closedUntil, Math.min(until, now + maxHold));
        }
        cooldown.close(until, now);
        assertThat(cooldown.closedUntil(now)).isEqualTo(closedUntil > now ? closedUntil : 0);
    }

    private void ask(Caller caller) {
        boolean queued = waiting.remove(caller);
        boolean awake = caller.awake;
        caller.awake = false;
        Entry entry = cooldown.enter(caller, now, caller.latest);
        long bound = Math.min(caller.first + maxWait, caller.latest);
        switch (entry.kind()) {
            case GO -> go(caller, entry.epoch());
            case WAIT -> {
                assertThat(entry.until()).as("told").isGreaterThan(now).isLessThanOrEqualTo(bound);
                caller.told = entry.until();
                waiting.add(caller);
            }
            case REFUSED -> {
                long reopening = Math.max(now, closedUntil);
                assertThat(entry.until()).isEqualTo(reopening);
                boolean useless = closedUntil > now ? closedUntil > bound : now >= bound;
                assertThat(useless || cooldown.waiting() == maxWaiting)
                        .as("refused for a reason")
                        .isTrue();
                assertThat(useless || !queued || awake)
                        .as("pushed out only when called")
                        .isTrue();
            }
        }
    }

    private void go(Caller caller, int epoch) {
        assertThat(now).as("never early").isGreaterThanOrEqualTo(closedUntil);
        assertThat(epoch == 0).isEqualTo(cooldown.open());
        if (epoch > 0) {
            if (epoch != this.epoch) {
                this.epoch = epoch;
                good = 0;
            }
            caller.epoch = epoch;
            caller.generation = generation;
            paced.add(caller);
            long inFlight = paced.stream().filter(other -> other.epoch == epoch).count();
            assertThat(inFlight)
                    .as("in flight after %d answers", good)
                    .isLessThanOrEqualTo(good == 0 ? 1 : 1L << (good - 1));
        }
    }

    private void answered(Caller caller, boolean throttled) {
        paced.remove(caller);
        if (caller.epoch == epoch && throttled) {
            good = 0;
            generation++;
        } else if (caller.epoch == epoch && caller.generation == generation) {
            good++;
        }
        cooldown.answered(caller.epoch, throttled, now);
    }

    private void lost(Caller caller) {
        paced.remove(caller);
        cooldown.lost(caller.epoch, now);
    }

    private void leave(Caller caller) {
        waiting.remove(caller);
        cooldown.leave(caller, now);
    }

    private void check() {
        assertThat(cooldown.waiting()).isBetween(0, Math.min(maxWaiting, waiting.size()));
        long reopening = cooldown.closedUntil(now);
        List<Caller> asleep = waiting.stream().filter(caller -> !caller.awake).toList();
        if (reopening > 0) {
            assertThat(asleep).as("in time for the reopening").allMatch(caller -> caller.told <= reopening);
            assertThat(asleep)
                    .as("not in vain")
                    .allMatch(caller -> Math.min(caller.first + maxWait, caller.latest) >= reopening);
        }
        boolean someoneActs =
                asleep.size() < waiting.size() || paced.stream().anyMatch(caller -> caller.epoch == epoch);
        if (reopening == 0 && !asleep.isEmpty() && !someoneActs) {
            assertThat(asleep).as("somebody asks now").anyMatch(caller -> caller.told <= now);
        }
        if (!asleep.isEmpty()) {
            assertThat(cooldown.open()).as("nobody waits while it is open").isFalse();
        }
    }

    /** Everyone does what is expected of it: asks when woken or when its time has come, and is answered. */
    void settle() {
        for (int steps = 0; !waiting.isEmpty() || !paced.isEmpty(); steps++) {
            assertThat(steps).as("steps to settle").isLessThan(10_000);
            if (!paced.isEmpty()) {
                answered(paced.get(0), false);
            } else if (waiting.stream().anyMatch(caller -> caller.awake || caller.told <= now)) {
                waiting.stream()
                        .filter(caller -> caller.awake || caller.told <= now)
                        .toList()
                        .forEach(this::ask);
            } else {
                now = waiting.stream().mapToLong(caller -> caller.told).min().orElseThrow();
            }
            check();
        }
        now = Math.max(now, closedUntil);
        assertThat(cooldown.idle(now)).as("idle").isTrue();
    }

    /** Everyone gives up. */
    void abandon() {
        List.copyOf(waiting).forEach(this::leave);
        List.copyOf(paced).forEach(this::lost);
        now = Math.max(now, closedUntil);
        assertThat(cooldown.idle(now)).as("idle").isTrue();
        assertThat(cooldown.waiting()).isZero();
    }

    private final class Caller implements Cooldown.Waiter {
        private final long first;
        private final long latest;
        private long told;
        private boolean awake;
        private int epoch;
        private int generation;

        Caller(long first, long latest) {
            this.first = first;
            this.latest = latest;
        }

        @Override
        public void wake() {
            assertThat(lock.isHeldByCurrentThread()).as("woken under the lock").isFalse();
            assertThat(awake).as("woken twice in one wait").isFalse();
            awake = true;
        }
    }
}
