// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class FinagleBudgetTest {
    static Stream<JsonNode> towers() {
        return BudgetVectors.cases("tower");
    }

    static Stream<Double> shares() {
        return BudgetVectors.of("finagle").get("shares").valueStream().map(JsonNode::doubleValue);
    }

    @ParameterizedTest
    @MethodSource("towers")
    void theTokensAreLostAsTowersAre(JsonNode vector) {
        FinagleBudget budget = new FinagleBudget(
                2,
                vector.get("ttlMs").longValue(),
                vector.get("minPerSecond").intValue(),
                vector.get("percent").doubleValue());
        long now = SimulatedTime.START;
        for (JsonNode step : vector.get("steps")) {
            if (step.isNumber()) {
                now += step.longValue() * 1_000_000;
            } else if (step.isBoolean()) {
                assertThat(budget.withdraw(now)).isEqualTo(step.booleanValue());
            } else {
                budget.deposit(now);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shares")
    void theShareOfTheCallsAndTheReserveCanBeRetried(double share) {
        FinagleBudget budget = new FinagleBudget(2, 10_000, 10, share);
        int calls = BudgetVectors.of("finagle").get("calls").intValue();
        int retries = 0;
        for (int n = 0; n < calls; n++) {
            budget.deposit(0);
            retries += budget.withdraw(0) ? 1 : 0;
        }
        // The published property, but that no call is retried twice here.
        assertThat((double) retries).isCloseTo(Math.min(calls, calls * share + 100), within(1.0));
    }

    @Test
    void whatExpiresIsTheUseOfTheReserveToo() {
        FinagleBudget budget = new FinagleBudget(2, 10_000, 10, 0.2);
        int first = 0;
        while (budget.withdraw(0)) {
            first++;
        }
        assertThat(first).isEqualTo(100);
        assertThat(budget.withdraw(9_000_000_000L)).isFalse();
        assertThat(budget.withdraw(10_000_000_000L)).isTrue();
    }
}
