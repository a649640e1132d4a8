// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.WaitSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
    private final Waits waits = new Waits();

    /** The second begins at 1040, when the first has ended. */
    @ParameterizedTest
    @CsvSource({"1050, BACKOFF", "1080, BACKOFF", "1081, RATE_LIMIT", "1500, RATE_LIMIT"})
    void ofSeveralWaitsTheLongestIsNamedAndAllAreCounted(long secondEnds, WaitSource longest) {
        waits.begin(1_040, WaitSource.BACKOFF, 1_000);
        waits.begin(secondEnds, WaitSource.RATE_LIMIT, 1_040);
        waits.sent(secondEnds + 3);
        assertThat(waits.before()).isEqualTo(secondEnds + 3 - 1_000);
        assertThat(waits.beforeSource()).isEqualTo(longest);
    }

    @Test
    void whatWasWaitedForBeforeTheLastAttemptDoesNotCountForTheNext() {
        waits.begin(1_900, WaitSource.HINT, 1_000);
        waits.sent(1_900);
        waits.begin(2_010, WaitSource.BACKOFF, 2_000);
        waits.sent(2_010);
        assertThat(waits.before()).isEqualTo(10);
        assertThat(waits.beforeSource()).isEqualTo(WaitSource.BACKOFF);
        waits.sent(2_500);
        assertThat(waits.before()).as("not waited for").isZero();
        assertThat(waits.beforeSource()).isNull();
    }

    @Test
    void aWaitIsOverAtItsTimeAndNotSooner() {
        Step.Wait wait = waits.begin(1_040, WaitSource.COOLDOWN, 1_000);
        assertThat(waits.unlessOver(1_039)).isEqualTo(wait);
        assertThat(waits.unlessOver(1_040)).isNull();
        assertThat(waits.began()).isEqualTo(1_000);
        assertThat(waits.current()).isEqualTo(WaitSource.COOLDOWN);
    }
}
