// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    @Test
    void theDefaultsAreThreeAttemptsAndTwoWaits() {
        WorstCase worst = WorstCase.of(Policy.builder("a").build());
        assertThat(worst).isEqualTo(new WorstCase(3, 8_000, 300, 24_300, 30_000, 3));
        assertThat(worst.worstCaseMillis()).isEqualTo(24_300);
    }

    @Test
    void isCutAtTheTotal() {
        WorstCase worst = WorstCase.of(
                Policy.builder("a").timeoutTotal(Duration.ofSeconds(10)).build());
        assertThat(worst.worstCaseMillis()).isEqualTo(10_000);
        assertThat(worst.attemptsThatFit()).isEqualTo(2);
    }

    @Test
    void anAttemptFitsThatBeginsWith50MillisecondsLeft() {
        assertThat(fitting(Duration.ofMillis(8_150))).isEqualTo(2);
        assertThat(fitting(Duration.ofMillis(8_149))).isEqualTo(1);
    }

    @Test
    void waitsStopGrowingAtTheirMaximum() {
        Policy policy = Policy.builder("a")
                .maxAttempts(6)
                .backoffInitial(Duration.ofSeconds(1))
                .backoffMultiplier(10)
                .backoffMax(Duration.ofSeconds(3))
                .timeoutTotal(Duration.ofHours(1))
                .build();
        assertThat(WorstCase.of(policy).waitMillis()).isEqualTo(1_000 + 4 * 3_000);
    }

    @Test
    void neverOverflows() {
        Policy policy = Policy.builder("a")
                .maxAttempts(20)
                .backoffMax(Duration.ofHours(24))
                .backoffMultiplier(10)
                .timeoutTotal(Duration.ofHours(24))
                .timeoutAttempt(Duration.ofHours(24))
                .build();
        assertThat(WorstCase.of(policy).worstCaseMillis()).isEqualTo(86_400_000);
        assertThat(WorstCase.of(policy).attemptsThatFit()).isEqualTo(1);
    }

    private static int fitting(Duration total) {
        return WorstCase.of(
                        Policy.builder("a").maxAttempts(2).timeoutTotal(total).build())
                .attemptsThatFit();
    }
}
