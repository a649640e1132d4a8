// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "abcd, abcd, 0",
        "abcd, abdc, 1",
        "abcd, acd, 1",
        "abcd, abxcd, 1",
        "abcd, abxd, 1",
        "ca, abc, 3",
        "abcd, xyz, 4",
        "maxAttempts, max-attempts, 0",
        "max_attempts, max-attempts, 0",
        "'', abc, 3"
    })
    void countsSlips(String left, String right, int slips) {
        assertThat(NearestName.between(left, right)).isEqualTo(slips);
        assertThat(NearestName.between(right, left)).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource({
        "retry.max-atempts, retry.max-attempts",
        "retry.maxAttempts, retry.max-attempts",
        "max-attempts, retry.max-attempts",
        "timeout.totla, timeout.total",
        "timeouts.total, timeout.total",
        "circuitbreaker.failure-rate, circuit-breaker.failure-rate",
        "cool-down.max-wait, cooldown.max-wait",
        "rate-limit.max-wiat, rate-limit.max-wait",
        "modes, mode"
    })
    void findsTheKeyThatWasMeant(String given, String meant) {
        assertThat(PolicyKeys.nearest(given)).contains(meant);
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(PolicyKeys.nearest("password")).isEmpty();
        assertThat(PolicyKeys.nearest("")).isEmpty();
    }
}
