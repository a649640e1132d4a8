// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** A cool-down, its callers and their time, all on one thread. */
final class CooldownScene {
    static final long FOREVER = Long.MAX_VALUE;

    final ReentrantLock lock = new ReentrantLock();
    final Cooldown cooldown;
    /** Who was woken, in order. */
    final List<Caller> woken = new ArrayList<>();

    long now;

    CooldownScene(long maxWait, int maxWaiting, long maxHold) {
        cooldown = new ScopeCooldown(settings(maxWait, maxWaiting, maxHold), lock);
    }

    static Policy.Cooldown settings(long maxWait, int maxWaiting, long maxHold) {
        return new Policy.Cooldown(true, Duration.ofNanos(maxWait), maxWaiting, Duration.ofNanos(maxHold), true);
    }

    Caller caller(String name) {
        return new Caller(name);
    }

    /** So many new callers who ask now, without a deadline. */
    List<Caller> callersWaiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Caller caller = caller("caller " + i);
                    assertThat(caller.asks().kind()).isEqualTo(Entry.Kind.WAIT);
                    return caller;
                })
                .toList();
    }

    void close(long until) {
        cooldown.close(until, now);
    }

    /** Closed until 100, and that time has come. */
    void closeAndLetPass() {
        close(now + 100);
        now += 100;
    }

    /** Who was woken since the last look. */
    List<Caller> wokenSince() {
        List<Caller> since = List.copyOf(woken);
        woken.clear();
        return since;
    }

    /** One call at the cool-down. */
    final class Caller implements Cooldown.Waiter {
        private final String name;
        private int epoch;

        Caller(String name) {
            this.name = name;
        }

        @Override
        public void wake() {
            assertThat(lock.isHeldByCurrentThread()).as("woken under the lock").isFalse();
            woken.add(this);
        }

        Entry asks() {
            return asks(FOREVER);
        }

        Entry asks(long latest) {
            Entry entry = cooldown.enter(this, now, latest);
            epoch = entry.epoch();
            return entry;
        }

        /** Asks and goes, paced. */
        Caller goes() {
            Entry entry = asks();
            assertThat(entry.kind()).as("%s at %d", name, now).isEqualTo(Entry.Kind.GO);
            assertThat(entry.epoch()).as("%s is paced", name).isPositive();
            return this;
        }

        void leaves() {
            cooldown.leave(this, now);
        }

        void isAnswered() {
            cooldown.answered(epoch, false, now);
        }

        void isThrottled() {
            cooldown.answered(epoch, true, now);
        }

        void isLost() {
            cooldown.lost(epoch, now);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
