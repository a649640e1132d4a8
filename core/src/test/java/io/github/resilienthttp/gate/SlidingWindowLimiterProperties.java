// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SlidingWindowLimiterProperties {
    private static final int CALLS = 120;

    /** Against an oracle that tries every place: each grant is the earliest that any window allows, refunds or not. */
    @Property(tries = 300)
    void grantsTheEarliestTimeThatNoWindowForbids(
            @ForAll @IntRange(min = 1, max = 50) int permits,
            @ForAll @LongRange(min = 1, max = 1000) long length,
            @ForAll @IntRange(min = 0, max = 60) int refundPercent,
            @ForAll Random random) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(permits, length);
        List<Long> used = new ArrayList<>();
        long now = random.nextInt(1000);
        for (int i = 0; i < CALLS; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt((int) length + 1) : 0;
            long latest = now + random.nextInt(4 * (int) length);
            long expected = Windows.earliest(used, permits, length, now);
            assertThat(limiter.earliest(now)).isEqualTo(expected);
            long grant = limiter.reserve(now, latest);
            assertThat(grant).isEqualTo(expected <= latest ? expected : Limiter.REFUSED);
            if (grant != Limiter.REFUSED) {
                used.add(grant);
            }
            assertThat(Windows.fullest(used, length)).isLessThanOrEqualTo(permits);
            if (!used.isEmpty() && random.nextInt(100) < refundPercent) {
                limiter.refund(used.remove(random.nextInt(used.size())));
            }
            long end = now;
            assertThat(limiter.idle(now)).isEqualTo(used.stream().noneMatch(time -> time + length > end));
        }
    }

    /** Threads read the ticker and come in later, in any order: the time told can be older than the one before. */
    @Property(tries = 300)
    void holdsTheWindowAlsoForTimesOutOfOrder(
            @ForAll @IntRange(min = 1, max = 50) int permits,
            @ForAll @LongRange(min = 1, max = 1000) long length,
            @ForAll @IntRange(min = 0, max = 60) int refundPercent,
            @ForAll Random random) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(permits, length);
        List<Long> used = new ArrayList<>();
        long clock = 2000;
        for (int i = 0; i < 3 * CALLS; i++) {
            clock += random.nextInt(3) == 0 ? random.nextInt((int) length + 1) : 0;
            long now = clock - (random.nextBoolean() ? random.nextInt((int) length + 1) : 0);
            long latest = now + random.nextInt(4 * (int) length);
            long grant = limiter.reserve(now, latest);
            if (grant != Limiter.REFUSED) {
                assertThat(grant).isBetween(now, latest);
                used.add(grant);
            }
            if (!used.isEmpty() && random.nextInt(100) < refundPercent) {
                limiter.refund(used.remove(random.nextInt(used.size())));
            }
            assertThat(Windows.fullest(used, length)).isLessThanOrEqualTo(permits);
        }
    }

    @Property(tries = 200)
    void servesInTheOrderOfArrivalAndGrantsTheFullBurstAtOnce(
            @ForAll @IntRange(min = 1, max = 50) int permits,
            @ForAll @LongRange(min = 1, max = 1000) long length,
            @ForAll Random random) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(permits, length);
        long now = random.nextInt(1000);
        for (int i = 0; i < permits; i++) {
            assertThat(limiter.reserve(now, now)).isEqualTo(now);
        }
        assertThat(limiter.reserve(now, now + length - 1)).isEqualTo(Limiter.REFUSED);
        long before = now;
        for (int i = 0; i < CALLS; i++) {
            now += random.nextInt(5);
            long grant = limiter.reserve(now, Long.MAX_VALUE);
            assertThat(grant).isGreaterThanOrEqualTo(before);
            before = grant;
        }
    }

    @Property(tries = 200)
    void takesSeveralAtOnceOrNone(
            @ForAll @IntRange(min = 1, max = 20) int permits,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @LongRange(min = 0, max = 500) long patience,
            @ForAll Random random) {
        long length = 100;
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(permits, length);
        List<Long> used = new ArrayList<>();
        for (int i = random.nextInt(2 * permits); i > 0; i--) {
            used.add(limiter.reserve(1000, Long.MAX_VALUE));
        }
        int available = limiter.available(1000);
        long[] taken = limiter.reserve(count, 1000, 1000 + patience);
        if (taken == null) {
            assertThat(limiter.available(1000)).isEqualTo(available);
        } else {
            assertThat(taken).hasSize(count).isSorted();
            assertThat(taken[count - 1]).isLessThanOrEqualTo(1000 + patience);
            for (long grant : taken) {
                used.add(grant);
            }
            assertThat(Windows.fullest(used, length)).isLessThanOrEqualTo(permits);
        }
    }
}
