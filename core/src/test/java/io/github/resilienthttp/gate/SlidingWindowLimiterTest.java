// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.RateMargin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingWindowLimiterTest {
    private final SlidingWindowLimiter limiter = new SlidingWindowLimiter(2, 100);

    @Test
    void aGrantCountsForTheWholeLengthAndNoLonger() {
        assertThat(limiter.reserve(0, 0)).isZero();
        assertThat(limiter.reserve(60, 60)).isEqualTo(60);
        assertThat(limiter.reserve(99, 99)).isEqualTo(Limiter.REFUSED);
        assertThat(limiter.reserve(100, 100)).isEqualTo(100);
        assertThat(limiter.reserve(100, 159)).isEqualTo(Limiter.REFUSED);
        assertThat(limiter.reserve(100, 160)).isEqualTo(160);
    }

    @Test
    void refusesWithoutTakingAnything() {
        limiter.reserve(0, 0);
        limiter.reserve(0, 0);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.reserve(0, 99)).isEqualTo(Limiter.REFUSED);
        }
        assertThat(limiter.earliest(0)).isEqualTo(100);
        assertThat(limiter.available(0)).isZero();
    }

    @Test
    void aRefundGivesThePlaceBack() {
        limiter.reserve(0, 0);
        long second = limiter.reserve(10, 10);
        limiter.refund(second);
        assertThat(limiter.reserve(20, 20)).isEqualTo(20);
        assertThat(limiter.reserve(30, 30)).isEqualTo(Limiter.REFUSED);
    }

    @Test
    void aPlaceAmongWaitingCallsGoesToALaterCaller() {
        SlidingWindowLimiter one = new SlidingWindowLimiter(1, 100);
        one.reserve(0, 0);
        long second = one.reserve(0, 1000);
        one.reserve(0, 1000);
        one.refund(second);
        assertThat(one.reserve(50, 1000)).isEqualTo(100);
        assertThat(one.reserve(50, 1000)).isEqualTo(300);
    }

    @Test
    void aPlaceThatAWindowForbidsStaysEmpty() {
        long first = limiter.reserve(0, 0);
        limiter.reserve(0, 0);
        limiter.reserve(0, 1000);
        limiter.reserve(0, 1000);
        limiter.refund(first);
        // At 50 there is but one grant behind, and yet 50, 100 and 100 would be three within 100.
        assertThat(limiter.reserve(50, 1000)).isEqualTo(200);
    }

    /** The grants at 0 are forgotten at 100; a thread that read the ticker before that comes in after. */
    @Test
    void whatIsForgottenStillCountsForAnOlderTime() {
        limiter.reserve(0, 0);
        limiter.reserve(0, 0);
        limiter.refund(limiter.reserve(100, 100));
        assertThat(limiter.earliest(99)).isEqualTo(100);
        assertThat(limiter.idle(99)).isFalse();
        assertThat(limiter.reserve(99, 99)).isEqualTo(Limiter.REFUSED);
    }

    @Test
    void aThreadThatComesInLateNeedNotWaitForTheOneBeforeIt() {
        limiter.reserve(10, 10);
        assertThat(limiter.reserve(9, 9)).isEqualTo(9);
        assertThat(limiter.reserve(10, 200)).isEqualTo(109);
    }

    @Test
    void aRefundOfWhatIsUnknownChangesNothing() {
        limiter.reserve(5, 5);
        limiter.refund(4);
        limiter.refund(Limiter.REFUSED);
        assertThat(limiter.available(5)).isEqualTo(1);
    }

    @Test
    void isIdleWhenNoGrantCountsAnyMore() {
        assertThat(limiter.idle(0)).isTrue();
        limiter.reserve(7, 7);
        assertThat(limiter.idle(106)).isFalse();
        assertThat(limiter.idle(107)).isTrue();
    }

    @Test
    void hugeTimesSaturate() {
        SlidingWindowLimiter slow = new SlidingWindowLimiter(1, Long.MAX_VALUE / 2);
        assertThat(slow.reserve(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(slow.reserve(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1)).isEqualTo(Limiter.REFUSED);
    }

    @Test
    void takesMemoryForWhatCountsOnly() {
        SlidingWindowLimiter large = new SlidingWindowLimiter(1_000_000, 1000);
        assertThat(large.slots()).isEqualTo(16);
        for (long now = 0; now < 200_000; now++) {
            assertThat(large.reserve(now, now)).isEqualTo(now);
        }
        assertThat(large.slots()).isLessThanOrEqualTo(2048);
        SlidingWindowLimiter small = new SlidingWindowLimiter(100, 1000);
        for (long now = 0; now < 200_000; now++) {
            small.reserve(now, now);
        }
        assertThat(small.slots()).isLessThanOrEqualTo(128);
    }

    @Test
    void asManyAsAnUnusedWindowHasAreGrantedAtOnce() {
        assertThat(limiter.reserve(2, 5, 5)).containsExactly(5, 5);
        assertThat(new SlidingWindowLimiter(2, 100).reserve(4, 5, 105)).containsExactly(5, 5, 105, 105);
    }

    /** Times as large as the ticker's can be: what would be tried in vain must not be counted out first. */
    @Test
    void moreThanAnyWindowHasAreRefusedWithoutMemoryForThem() {
        long second = 1_000_000_000;
        long now = 2 * second * second;
        SlidingWindowLimiter slow = new SlidingWindowLimiter(2, second);
        assertThat(slow.reserve(Integer.MAX_VALUE, now, now + second)).isNull();
        assertThat(slow.available(now)).isEqualTo(2);
    }

    @Test
    void manyPlacesGivenBackAmongManyWaitingCallsAreSafe() {
        SlidingWindowLimiter busy = new SlidingWindowLimiter(5, 100);
        List<Long> used = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            used.add(busy.reserve(0, Long.MAX_VALUE));
        }
        for (int i = 0; i < 500; i++) {
            busy.refund(used.remove(7 * i));
        }
        for (int i = 0; i < 600; i++) {
            used.add(busy.reserve(0, Long.MAX_VALUE));
        }
        assertThat(Windows.fullest(used, 100)).isEqualTo(5);
        assertThat(busy.waiting(0)).isEqualTo(10_096);
    }

    @ParameterizedTest
    @CsvSource({"PT60S, 1, , PT60.6S", "PT1S, 1, , PT1.02S", "PT1S, 0, PT0.5S, PT1.5S", "PT1S, 0, PT0.001S, PT1.001S"})
    void aShareIsAtLeast20MillisecondsAndADurationIsWhatItSays(
            Duration period, double percent, @Nullable Duration margin, Duration length) {
        Policy.RateLimit settings = new Policy.RateLimit(
                5,
                period,
                Policy.RateLimit.Window.SLIDING,
                new RateMargin(percent, margin),
                Duration.ofSeconds(10),
                null);
        assertThat(RateWindow.of(settings).nanos()).isEqualTo(length.toNanos());
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        Policy.RateLimit.Window sliding = Policy.RateLimit.Window.SLIDING;
        assertThatThrownBy(() -> RateWindow.of(GateSettings.rate(0, Duration.ofSeconds(1), sliding)))
                .hasMessageContainingAll("rate-limit.permits: 0", "from 1");
        assertThatThrownBy(() -> RateWindow.of(GateSettings.rate(1, Duration.ZERO, sliding)))
                .hasMessageContainingAll("rate-limit.period: PT0S", "above 0");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void holdsTheWindowUnderThreads(boolean moving) throws Exception {
        int permits = 40;
        long length = 20_000;
        SlidingWindowLimiter shared = new SlidingWindowLimiter(permits, length);
        AtomicLong ticker = new AtomicLong(1);
        Queue<Long> used = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> hammers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                hammers.add(threads.submit(() -> {
                    start.await();
                    for (int call = 0; call < 4000; call++) {
                        long now = moving ? ticker.addAndGet(7) : ticker.get();
                        long latest = now + ThreadLocalRandom.current().nextLong(2 * length);
                        long grant = shared.reserve(now, latest);
                        if (grant != Limiter.REFUSED
                                && ThreadLocalRandom.current().nextInt(4) == 0) {
                            shared.refund(grant);
                        } else if (grant != Limiter.REFUSED) {
                            assertThat(grant).isBetween(now, latest);
                            used.add(grant);
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> hammer : hammers) {
                hammer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Windows.fullest(used, length)).isEqualTo(permits);
    }
}
