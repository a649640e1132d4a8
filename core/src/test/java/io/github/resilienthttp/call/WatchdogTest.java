// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.LeakProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On the real clock: upper bounds are there only so that a failure does not hang. */
@Timeout(60)
class WatchdogTest {
    private static final long MILLI = 1_000_000;
    private static final long HOUR = 3_600_000 * MILLI;

    private final Time time = Time.system();
    private final Watchdog watchdog = new Watchdog(time);
    private final BlockingQueue<Long> fired = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        watchdog.close();
    }

    private Watchdog.Guard arm(long millis) {
        long at = time.nanos() + millis * MILLI;
        return watchdog.arm(at, () -> fired.add(time.nanos() - at));
    }

    private long next() throws InterruptedException {
        Long late = fired.poll(20, TimeUnit.SECONDS);
        assertThat(late).as("fired in time").isNotNull();
        return late;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000 * MILLI;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(MILLI);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void firesOnceAndNeverEarly() throws InterruptedException {
        Watchdog.Guard guard = arm(20);
        assertThat(next()).isNotNegative();
        assertThat(guard.disarm()).isFalse();
        arm(5);
        next();
        assertThat(fired).isEmpty();
    }

    @Test
    void whatIsOverdueFiresAtOnce() throws InterruptedException {
        arm(-1_000);
        next();
    }

    @Test
    void whatIsCalledOffNeverFires() throws InterruptedException {
        Watchdog.Guard guard = arm(30);
        assertThat(guard.disarm()).isTrue();
        assertThat(guard.disarm()).as("only the first one called it off").isFalse();
        arm(60);
        next();
        assertThat(fired).isEmpty();
    }

    @Test
    void theEarliestFiresFirstWhateverTheOrderOfArming() {
        List<Integer> order = new ArrayList<>();
        AtomicInteger early = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(5);
        long base = time.nanos() + 50 * MILLI;
        for (int n : new int[] {3, 0, 4, 1, 2}) {
            watchdog.arm(base + n * MILLI, () -> {
                early.addAndGet(time.nanos() < base + n * MILLI ? 1 : 0);
                order.add(n);
                done.countDown();
            });
        }
        await(() -> done.getCount() == 0);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(early).as("each at its own time").hasValue(0);
    }

    @Test
    void anEarlierOneIsNotHeldUpByALaterOne() throws InterruptedException {
        Watchdog.Guard later = watchdog.arm(time.nanos() + HOUR, () -> fired.add(-1L));
        await(() -> watchdog.held() == 1);
        arm(10);
        assertThat(next()).isNotNegative();
        assertThat(later.disarm()).isTrue();
    }

    @Test
    void aFailingActionDoesNotStopIt() throws InterruptedException {
        long at = time.nanos() + 5 * MILLI;
        watchdog.arm(at, () -> {
            throw new IllegalStateException("unchecked");
        });
        watchdog.arm(at, () -> {
            throw new AssertionError("error");
        });
        watchdog.arm(at, () -> Thread.currentThread().interrupt());
        arm(10);
        next();
        arm(10);
        next();
    }

    @Test
    void thousandsArmedAndCalledOffLeaveNothing() {
        for (int n = 0; n < 20_000; n++) {
            assertThat(watchdog.arm(time.nanos() + HOUR, () -> fired.add(0L)).disarm())
                    .isTrue();
        }
        await(() -> watchdog.held() == 0);
        assertThat(fired).isEmpty();
    }

    @Test
    void moreThanThereArePlacesForFireAndAreCalledOffAsWell() {
        List<Watchdog.Guard> kept = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            kept.add(arm(200 + n % 50));
            kept.add(watchdog.arm(time.nanos() + HOUR, () -> fired.add(-1L)));
        }
        await(() -> fired.size() == 1_000);
        assertThat(fired).allMatch(late -> late >= 0);
        assertThat(kept.stream().filter(Watchdog.Guard::disarm)).hasSize(1_000);
        await(() -> watchdog.held() == 0);
    }

    @Test
    void whatIsCalledOffIsHeldNoMore() {
        for (int n = 0; n < 1_000; n++) {
            Watchdog.Guard guard = arm(3_600_000);
            assertThat(watchdog.held()).isEqualTo(1);
            assertThat(guard.disarm()).isTrue();
            assertThat(watchdog.held()).isZero();
        }
    }

    @Test
    void closingEndsTheThread() throws InterruptedException {
        LeakProbe probe = LeakProbe.watching("resilient-http-watchdog");
        Watchdog other = new Watchdog(time);
        assertThat(probe.extraThreads()).as("no thread without a guard").isEmpty();
        CountDownLatch started = new CountDownLatch(1);
        other.arm(time.nanos(), started::countDown);
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(probe.extraThreads()).hasSize(1).allMatch(Thread::isDaemon);
        other.arm(time.nanos() + HOUR, () -> fired.add(-1L));
        other.close();
        probe.assertNoExtraThreads();
    }

    @Test
    void closingEndsTheThreadAlsoWhereNothingIsGuarded() throws InterruptedException {
        LeakProbe probe = LeakProbe.watching("resilient-http-watchdog");
        Watchdog other = new Watchdog(time);
        CountDownLatch ran = new CountDownLatch(1);
        other.arm(time.nanos(), ran::countDown);
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        await(() -> probe.extraThreads().stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        other.close();
        probe.assertNoExtraThreads();
    }

    @Test
    void onceItsThreadHasEndedItHoldsNothingThatWasArmed() {
        Watchdog other = new Watchdog(time);
        for (int n = 0; n < 3; n++) {
            other.arm(time.nanos() + HOUR, () -> fired.add(-1L));
        }
        assertThat(other.held()).isEqualTo(3);
        other.close();
        await(() -> other.held() == 0);
    }

    @Test
    void armingOneThatIsClosedHoldsAndStartsNothing() {
        LeakProbe probe = LeakProbe.watching("resilient-http-watchdog");
        Watchdog other = new Watchdog(time);
        other.close();
        assertThat(other.arm(time.nanos(), () -> fired.add(0L)).disarm()).isTrue();
        assertThat(other.held()).isZero();
        assertThat(probe.extraThreads()).isEmpty();
    }

    @Test
    void itsThreadInheritsNothingFromWhoComesFirst() throws InterruptedException {
        InheritableThreadLocal<String> identity = new InheritableThreadLocal<>();
        identity.set("somebody");
        Thread caller = Thread.currentThread();
        ClassLoader own = caller.getContextClassLoader();
        caller.setContextClassLoader(new ClassLoader(own) {});
        BlockingQueue<List<Object>> seen = new LinkedBlockingQueue<>();
        watchdog.arm(
                time.nanos(),
                () -> seen.add(List.of(
                        String.valueOf(identity.get()), Thread.currentThread().getContextClassLoader())));
        assertThat(seen.poll(20, TimeUnit.SECONDS)).containsExactly("null", Watchdog.class.getClassLoader());
        caller.setContextClassLoader(own);
        identity.remove();
    }

    @Test
    void eachGuardEitherFiresOrIsCalledOff() throws InterruptedException {
        int threads = 4;
        int each = 2_000;
        AtomicInteger ran = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        AtomicInteger calledOff = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int seed = t;
            Thread thread = new Thread(() -> {
                List<Watchdog.Guard> guards = new ArrayList<>();
                for (int n = 0; n < each; n++) {
                    long at = time.nanos() + (n * 31L + seed) % 2_000 * 1_000;
                    guards.add(watchdog.arm(at, () -> {
                        ran.incrementAndGet();
                        if (time.nanos() < at) {
                            early.incrementAndGet();
                        }
                    }));
                    if (n % 3 != 0) {
                        Watchdog.Guard last = guards.get(guards.size() - 1 - n % 7 % guards.size());
                        calledOff.addAndGet(last.disarm() ? 1 : 0);
                    }
                }
            });
            all.add(thread);
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        await(() -> ran.get() + calledOff.get() == threads * each);
        await(() -> watchdog.held() == 0);
        assertThat(ran.get() + calledOff.get()).isEqualTo(threads * each);
        assertThat(early).hasValue(0);
    }
}
