// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.gate.Cooldown.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads at one cool-down, until enough calls went paced: how many others that takes is the scheduler's affair.
 * Time is a counter that every look at it moves on.
 */
@Timeout(60)
class ScopeCooldownStressTest {
    private static final int THREADS = 8;
    private static final int PACED = 5_000;
    private static final int ROOM = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Cooldown cooldown = new ScopeCooldown(CooldownScene.settings(3_000, ROOM, 400), lock);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private final AtomicLong ticker = new AtomicLong();
    private final AtomicLong closedUntil = new AtomicLong();
    private final Map<Integer, Epoch> epochs = new ConcurrentHashMap<>();
    private final AtomicInteger pacedGoes = new AtomicInteger();
    private final AtomicInteger waits = new AtomicInteger();
    private final AtomicInteger wakes = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void keepsItsPromisesUnderContention() throws Exception {
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = new SplittableRandom(i);
            results.add(threads.submit(() -> {
                while (pacedGoes.get() < PACED && !Thread.currentThread().isInterrupted()) {
                    new Call(random).run();
                }
            }));
        }
        for (Future<?> result : results) {
            result.get();
        }
        assertThat(cooldown.waiting()).isZero();
        assertThat(cooldown.idle(Math.max(ticker.get(), closedUntil.get()))).isTrue();
        assertThat(wakes.get()).as("wakes").isPositive().isLessThanOrEqualTo(waits.get());
    }

    private long now() {
        return ticker.incrementAndGet();
    }

    private static final class Epoch {
        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicInteger good = new AtomicInteger();
    }

    private final class Call implements Cooldown.Waiter {
        private final SplittableRandom random;
        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;

        Call(SplittableRandom random) {
            this.random = random;
        }

        @Override
        public void wake() {
            assertThat(lock.isHeldByCurrentThread()).as("woken under the lock").isFalse();
            wakes.incrementAndGet();
            woken = true;
            LockSupport.unpark(thread);
        }

        void run() {
            long latest = random.nextInt(4) == 0 ? now() + random.nextInt(500) : Long.MAX_VALUE;
            boolean waiting = true;
            while (waiting) {
                woken = false;
                long closed = closedUntil.get();
                Entry entry = cooldown.enter(this, now(), latest);
                // Whoever reopened it had seen that time; so it has come by now.
                long after = ticker.get();
                assertThat(cooldown.waiting()).isBetween(0, ROOM);
                waiting = entry.kind() == Entry.Kind.WAIT && waitOrLeave(entry.until());
                if (entry.kind() == Entry.Kind.REFUSED) {
                    passTime(entry.until());
                } else if (entry.kind() == Entry.Kind.GO) {
                    assertThat(after).as("never early").isGreaterThanOrEqualTo(closed);
                    send(entry.epoch());
                }
            }
        }

        private boolean waitOrLeave(long until) {
            waits.incrementAndGet();
            passTime(until);
            boolean leaves = random.nextInt(20) == 0;
            if (leaves) {
                cooldown.leave(this, now());
            }
            return !leaves;
        }

        private void passTime(long until) {
            do {
                // Out of the way of whoever is in flight; the time jumps instead.
                LockSupport.parkNanos(10_000);
            } while (!woken && ticker.addAndGet(random.nextInt(50)) < until);
        }

        private void send(int number) {
            Epoch epoch = epochs.computeIfAbsent(number, n -> new Epoch());
            if (number > 0) {
                pacedGoes.incrementAndGet();
                int inFlight = epoch.inFlight.incrementAndGet();
                int good = epoch.good.get();
                assertThat(inFlight).as("in flight after %d answers", good).isLessThanOrEqualTo(allowed(good));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                LockSupport.parkNanos(1_000);
            }
            // Counted before it is told: nobody can profit from it earlier.
            epoch.inFlight.decrementAndGet();
            int outcome = random.nextInt(100);
            if (outcome < 5) {
                throttled(number);
            } else if (outcome < 12) {
                cooldown.lost(number, now());
            } else {
                epoch.good.incrementAndGet();
                cooldown.answered(number, false, now());
            }
        }

        private int allowed(int good) {
            return good == 0 ? 1 : 1 << Math.min(good - 1, 20);
        }

        private void throttled(int number) {
            long now = now();
            long until = now + random.nextInt(600);
            boolean closesFirst = random.nextBoolean();
            if (!closesFirst) {
                cooldown.answered(number, true, now);
            }
            cooldown.close(until, now);
            closedUntil.accumulateAndGet(Math.min(until, now + 400), Math::max);
            if (closesFirst) {
                cooldown.answered(number, true, now);
            }
        }
    }
}
