package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketBudgetTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MINUTE_NANOS = MINUTE.toNanos();

    private final RetryBudget budget = TokenBucketBudget.of(GateSettings.budget(10, 0.1, MINUTE));

    @Test
    void startsFullAndPaysAsOftenAsItsCapacity() {
        assertThat(budget.full(0)).isTrue();
        assertThat(withdrawals(budget, 0, 50)).isEqualTo(10);
        assertThat(budget.level(0)).isZero();
        assertThat(budget.full(0)).isFalse();
    }

    @Test
    void tenSuccessesEarnOneExtraAttempt() {
        withdrawals(budget, 0, 50);
        for (int i = 0; i < 9; i++) {
            budget.deposit();
        }
        assertThat(budget.withdraw(0)).isFalse();
        budget.deposit();
        assertThat(budget.withdraw(0)).isTrue();
        assertThat(budget.withdraw(0)).isFalse();
    }

    @Test
    void refillsOneWholeTokenAMinuteAndNothingBefore() {
        withdrawals(budget, 0, 50);
        assertThat(budget.level(MINUTE_NANOS - 1)).isZero();
        assertThat(budget.withdraw(MINUTE_NANOS - 1)).isFalse();
        assertThat(budget.withdraw(MINUTE_NANOS)).isTrue();
        assertThat(budget.withdraw(2 * MINUTE_NANOS - 1)).isFalse();
        assertThat(withdrawals(budget, 4 * MINUTE_NANOS, 50)).isEqualTo(3);
    }

    @Test
    void theIntervalBeginsWhenAFullBucketIsDrawnOn() {
        long late = MINUTE_NANOS - 1_000_000;
        assertThat(withdrawals(budget, late, 50)).isEqualTo(10);
        assertThat(budget.withdraw(MINUTE_NANOS)).isFalse();
        assertThat(budget.withdraw(late + MINUTE_NANOS)).isTrue();
    }

    @Test
    void aLongSilenceFillsItNoFurtherThanFull() {
        withdrawals(budget, 0, 50);
        assertThat(budget.full(10 * MINUTE_NANOS)).isTrue();
        assertThat(budget.level(Long.MAX_VALUE)).isEqualTo(1);
        assertThat(withdrawals(budget, Long.MAX_VALUE, 50)).isEqualTo(10);
        assertThat(budget.level(Long.MAX_VALUE)).isZero();
    }

    @Test
    void anOlderTimeThanTheLastOneTakesNothingBack() {
        withdrawals(budget, 5 * MINUTE_NANOS, 3);
        assertThat(budget.level(MINUTE_NANOS)).isCloseTo(0.7, within(1e-9));
        assertThat(budget.withdraw(MINUTE_NANOS)).isTrue();
    }

    @Test
    void depositsIntoAFullBucketAreLost() {
        for (int i = 0; i < 1000; i++) {
            budget.deposit();
        }
        assertThat(withdrawals(budget, 0, 50)).isEqualTo(10);
    }

    @Test
    void theLargestDepositFillsTheLargestBucketAndNoMore() {
        int most = TokenBucketBudget.MAX_CAPACITY;
        RetryBudget large = TokenBucketBudget.of(GateSettings.budget(most, most, Duration.ofMillis(1)));
        large.withdraw(0);
        large.deposit();
        assertThat(large.level(0)).isEqualTo(1);
        large.withdraw(0);
        assertThat(large.level(Long.MAX_VALUE)).isEqualTo(1);
    }

    /** The bound of the general idea: of so many calls that each earn a share and ask once, the share is sent again. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.75, 0.99, 0.999, 0.01, 0.001})
    void aSteadyStreamRetriesItsShareAndTheReserve(double share) {
        RetryBudget shared = TokenBucketBudget.of(GateSettings.budget(100, share, MINUTE));
        int paid = 0;
        for (int i = 0; i < 10_000; i++) {
            shared.deposit();
            paid += shared.withdraw(0) ? 1 : 0;
        }
        assertThat(paid).isBetween((int) Math.min(10_000, 10_000 * share + 99) - 1, (int) (10_000 * share + 100));
    }

    @Test
    void aBudgetSwitchedOffAlwaysPays() {
        RetryBudget off = TokenBucketBudget.of(new Policy.Budget(false, 10, 0.1, MINUTE));
        off.deposit();
        assertThat(withdrawals(off, 0, 1000)).isEqualTo(1000);
        assertThat(off.level(0)).isEqualTo(1);
        assertThat(off.full(0)).isTrue();
    }

    @Test
    void acceptsTheLargestCapacityAndNoCapacity() {
        RetryBudget large = TokenBucketBudget.of(GateSettings.budget(TokenBucketBudget.MAX_CAPACITY, 1, MINUTE));
        assertThat(withdrawals(large, 0, 20_000)).isEqualTo(TokenBucketBudget.MAX_CAPACITY);
        RetryBudget none = TokenBucketBudget.of(GateSettings.budget(0, 1, MINUTE));
        none.deposit();
        assertThat(none.withdraw(Long.MAX_VALUE)).isFalse();
        assertThat(none.level(0)).isZero();
        assertThat(none.full(0)).isTrue();
    }

    @Test
    void refusesWhatItCannotHoldWithTheKeyTheValueAndTheRange() {
        assertThatThrownBy(() -> TokenBucketBudget.of(GateSettings.budget(16_778, 0.1, MINUTE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("budget.capacity: 16778 is not allowed; 0 to 16777 is");
        assertThatThrownBy(() -> TokenBucketBudget.of(GateSettings.budget(10, 0.0001, MINUTE)))
                .hasMessageContainingAll("budget.deposit", "1.0E-4", "0.001 to 16777");
        assertThatThrownBy(() -> TokenBucketBudget.of(GateSettings.budget(10, Double.NaN, MINUTE)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> TokenBucketBudget.of(GateSettings.budget(10, 0.1, Duration.ZERO)))
                .hasMessageContainingAll("budget.refill-interval", "PT0S", "more than 0");
    }

    static int withdrawals(RetryBudget budget, long now, int asked) {
        int paid = 0;
        for (int i = 0; i < asked; i++) {
            paid += budget.withdraw(now) ? 1 : 0;
        }
        return paid;
    }
}
