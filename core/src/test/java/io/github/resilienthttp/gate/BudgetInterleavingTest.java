// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static io.github.resilienthttp.interleaving.Interleavings.explore;
import static io.github.resilienthttp.interleaving.Interleavings.require;
import static io.github.resilienthttp.interleaving.Interleavings.together;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleaving")
class BudgetInterleavingTest {
    private static final long NOW = 1_000_000;

    private static RetryBudget budget(int capacity, double deposit) {
        return TokenBucketBudget.of(new Policy.Budget(true, capacity, deposit, Duration.ofMillis(100)));
    }

    @Test
    void theLastTokenIsPaidOutOnce() {
        explore(() -> {
            RetryBudget budget = budget(1, 0.5);
            AtomicInteger paid = new AtomicInteger();

            together(() -> count(budget.withdraw(NOW), paid), () -> count(budget.withdraw(NOW), paid));

            require(paid.get() == 1, "paid " + paid + " of 1");
        });
    }

    @Test
    void noDepositAndNoWithdrawalIsLostBetweenOthers() {
        explore(() -> {
            RetryBudget budget = budget(3, 1);
            budget.withdraw(NOW);
            budget.withdraw(NOW);
            AtomicInteger paid = new AtomicInteger();

            together(budget::deposit, () -> count(budget.withdraw(NOW), paid), budget::deposit);

            int left = 3 - 2 + 2 - paid.get();
            require(Math.round(3 * budget.level(NOW)) == left, left + " are left, but it shows " + budget.level(NOW));
        });
    }

    private static void count(boolean yes, AtomicInteger counter) {
        if (yes) {
            counter.incrementAndGet();
        }
    }
}
