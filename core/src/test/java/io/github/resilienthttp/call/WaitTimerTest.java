// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.LeakProbe;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitTimerTest {
    private static final long FAR = Duration.ofHours(1).toNanos();

    private final AtomicInteger runs = new AtomicInteger();
    private final Time time = Time.system();

    @Test
    void anActionRunsAtItsTimeAndNotSooner() throws InterruptedException {
        try (WaitTimer timer = new WaitTimer(time)) {
            long at = time.nanos() + 20_000_000;
            CountDownLatch done = new CountDownLatch(1);
            long[] ran = new long[1];
            timer.start(at, () -> {
                ran[0] = time.nanos();
                done.countDown();
            });
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ran[0]).isGreaterThanOrEqualTo(at);
        }
    }

    @Test
    void whatIsDueSoonerOvertakesAndWhatThrowsEndsNothing() throws InterruptedException {
        try (WaitTimer timer = new WaitTimer(time)) {
            timer.start(time.nanos() + FAR, runs::incrementAndGet);
            CountDownLatch done = new CountDownLatch(1);
            timer.start(time.nanos() + 1_000_000, () -> {
                throw new IllegalStateException("broken");
            });
            timer.start(time.nanos() + 5_000_000, done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(timer.held()).isEqualTo(1);
            assertThat(runs).hasValue(0);
        }
        assertThat(runs).hasValue(1);
    }

    /** It sleeps already, until much later. */
    @Test
    void whatIsDueSoonerWakesTheTimer() throws InterruptedException {
        LeakProbe threads = LeakProbe.watching("resilient-http-waits");
        try (WaitTimer timer = new WaitTimer(time)) {
            timer.start(time.nanos() + FAR, runs::incrementAndGet);
            awaitSleep(threads);
            CountDownLatch done = new CountDownLatch(1);
            timer.start(time.nanos(), done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(timer.closed()).isFalse();
        }
        threads.close();
    }

    @Test
    void closingEndsTheThreadThoughItSleeps() {
        LeakProbe threads = LeakProbe.watching("resilient-http-waits");
        WaitTimer timer = new WaitTimer(time);
        timer.start(time.nanos() + FAR, runs::incrementAndGet).cancel();
        awaitSleep(threads);
        timer.close();
        threads.close();
    }

    private static void awaitSleep(LeakProbe threads) {
        while (threads.extraThreads().stream().noneMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("timed out before it slept")
                    .isFalse();
        }
    }

    @Test
    void whatIsCalledOffLeavesNothing() {
        try (WaitTimer timer = new WaitTimer(time)) {
            Timer.Planned planned = timer.start(time.nanos() + FAR, runs::incrementAndGet);
            assertThat(timer.held()).isEqualTo(1);
            planned.cancel();
            assertThat(timer.held()).isZero();
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void closingRunsWhatStillWaitsOnceAndEndsTheThread() {
        LeakProbe threads = LeakProbe.watching("resilient-http-waits");
        WaitTimer timer = new WaitTimer(time);
        timer.start(time.nanos() + FAR, runs::incrementAndGet);
        timer.start(time.nanos() + FAR, runs::incrementAndGet);
        timer.close();
        timer.close();
        assertThat(runs).hasValue(2);
        assertThat(timer.closed()).isTrue();
        assertThat(timer.held()).isZero();
        timer.start(time.nanos() + FAR, runs::incrementAndGet);
        assertThat(runs).as("at once").hasValue(3);
        assertThat(timer.held()).isZero();
        threads.close();
    }

    @Test
    void itsThreadIsNobodysInParticular() throws InterruptedException {
        Thread caller = Thread.currentThread();
        ClassLoader own = caller.getContextClassLoader();
        caller.setContextClassLoader(new ClassLoader(own) {});
        BlockingQueue<Thread> seen = new LinkedBlockingQueue<>();
        try (WaitTimer timer = new WaitTimer(time)) {
            timer.start(time.nanos(), () -> seen.add(Thread.currentThread()));
            Thread thread = seen.poll(20, TimeUnit.SECONDS);
            assertThat(thread).isNotNull();
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isSameAs(WaitTimer.class.getClassLoader());
        } finally {
            caller.setContextClassLoader(own);
        }
    }
}
