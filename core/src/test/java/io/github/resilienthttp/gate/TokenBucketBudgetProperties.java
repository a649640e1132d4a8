// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TokenBucketBudgetProperties {
    /** From a full bucket on, in exact arithmetic: thousandths against thousandths, and at every step of the way. */
    @Property
    void neverPaysMoreThanItWasGiven(
            @ForAll @IntRange(min = 0, max = 20) int capacity,
            @ForAll @IntRange(min = 0, max = 2500) int deposit,
            @ForAll @LongRange(min = 1, max = 5_000_000_000L) long interval,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000_000L) long start,
            @ForAll @Size(max = 200) List<@LongRange(min = -20, max = 3_000_000_000L) Long> steps) {
        RetryBudget budget =
                TokenBucketBudget.of(GateSettings.budget(capacity, deposit / 1000.0, Duration.ofNanos(interval)));
        long now = start;
        long given = capacity * 1000L;
        long paid = 0;
        for (long step : steps) {
            if (step < 0) {
                budget.deposit();
                given += deposit;
            } else {
                now += step / 8;
                paid += TokenBucketBudgetTest.withdrawals(budget, now, 1 + (int) (step % 8));
            }
            assertThat(paid * 1000).isLessThanOrEqualTo(given + (now - start) / interval * 1000);
            assertThat(budget.level(now)).isBetween(0.0, 1.0);
            assertThat(budget.full(now)).isEqualTo(capacity == 0 || budget.level(now) == 1);
        }
    }

    @Property(tries = 20)
    void paysExactlyWhatItHoldsUnderContention(
            @ForAll @IntRange(min = 1, max = 500) int capacity, @ForAll @IntRange(min = 0, max = 2000) int deposits)
            throws Exception {
        RetryBudget budget = TokenBucketBudget.of(GateSettings.budget(capacity, 0.5, Duration.ofDays(1)));
        TokenBucketBudgetTest.withdrawals(budget, 0, capacity);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CountDownLatch start = new CountDownLatch(1);
            Future<Integer> first = threads.submit(() -> paidAfter(start, budget));
            Future<Integer> second = threads.submit(() -> paidAfter(start, budget));
            Future<?> giver = threads.submit(() -> {
                start.await();
                for (int i = 0; i < deposits; i++) {
                    budget.deposit();
                }
                return null;
            });
            start.countDown();
            giver.get();
            int paid = first.get() + second.get();
            assertThat(paid).isLessThanOrEqualTo(deposits / 2);
            long left = Math.round(budget.level(0) * capacity * 1000);
            assertThat(paid * 1000L + left).isLessThanOrEqualTo(deposits * 500L);
            if (deposits * 500L <= capacity * 1000L) {
                assertThat(paid * 1000L + left).isEqualTo(deposits * 500L);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int paidAfter(CountDownLatch start, RetryBudget budget) throws InterruptedException {
        start.await();
        return TokenBucketBudgetTest.withdrawals(budget, 0, 3000);
    }
}
