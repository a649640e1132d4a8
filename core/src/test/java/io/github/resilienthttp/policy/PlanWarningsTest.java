// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanWarningsTest {
    @Test
    void theDefaultsHaveNone() {
        assertThat(PlanWarnings.of(Policy.builder("a").build())).isEmpty();
    }

    @Test
    void anAttemptThatCannotHappenIsToldWithBothNumbers() {
        assertThat(warnings("timeout.total=10s"))
                .containsExactly("attempt 3 can never happen when the attempts before it run into their timeout:"
                        + " 3 attempts of 8s and waits of 300ms make 24300ms, timeout.total is 10s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "circuit-breaker.window=15s | circuit-breaker.window 15s is shorter than twice timeout.attempt, 16s",
                "retry-after.max-wait=30s | retry-after.max-wait 30s can never be waited out: timeout.total is 30s",
                "cooldown.max-wait=1m | cooldown.max-wait 1m can never be waited out: timeout.total is 30s",
                "rate-limit.max-wait=1m | rate-limit.max-wait 1m can never be waited out: timeout.total is 30s",
                "cooldown.max-hold=4s | cooldown.max-wait 5s can never be waited out: cooldown.max-hold is 4s",
                "circuit-breaker.slow-call-duration=8s | slow-call-duration 8s can never be reached: timeout.attempt"
                        + " is 8s",
                "circuit-breaker.slow-call-rate=50 | circuit-breaker.slow-call-rate 50% has no effect",
                "budget.capacity=1 | budget.capacity 1 never pays for the 2 extra attempts that retry.max-attempts 3"
                        + " allows",
                "retry.methods=GET,POST | retry.methods names POST: such requests are sent again",
                "rate-limit.window=fixed rate-limit.margin=5% | rate-limit.margin 5% has no effect: rate-limit.window"
                        + " is fixed"
            })
    void tellsWhatHardlyIsMeant(String settings, String warning) {
        assertThat(warnings(settings)).singleElement().asString().contains(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "circuit-breaker.window=16s",
        "circuit-breaker.window=5s circuit-breaker.enabled=false",
        "timeout.total=16s retry.max-attempts=2",
        "mode=off timeout.total=1s",
        "budget.capacity=1 budget.enabled=false",
        "budget.capacity=2",
        "circuit-breaker.slow-call-duration=7s circuit-breaker.slow-call-rate=50",
        "retry-after.max-wait=29s"
    })
    void saysNothingWhereAllIsWell(String settings) {
        assertThat(warnings(settings)).isEmpty();
    }

    private static List<String> warnings(String settings) {
        PolicyBuilder builder = Policy.builder("c");
        for (String setting : settings.split(" ", -1)) {
            builder.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return PlanWarnings.of(builder.build());
    }
}
