// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotBeforeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000000001Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Test
    void isInWholeMillisecondsAndNeverEarly() {
        assertThat(NotBefore.after(NOW, 2_000)).isEqualTo("2026-01-01T00:00:02.001Z");
        assertThat(NotBefore.capped(NOW, Duration.ofNanos(999_999))).isEqualTo("2026-01-01T00:00:00.001Z");
        assertThat(NotBefore.capped(NOW, Duration.ofMillis(1))).isEqualTo("2026-01-01T00:00:00.002Z");
    }

    @Test
    void theEndOfTheYear9999IsTheLast() {
        assertThat(NotBefore.after(NOW, Long.MAX_VALUE)).isEqualTo(LAST);
        assertThat(NotBefore.after(NOW, Long.MAX_VALUE - 1)).isEqualTo(LAST);
        assertThat(NotBefore.capped(LAST.minusSeconds(9), Duration.ofSeconds(9)))
                .isEqualTo(LAST);
        assertThat(NotBefore.capped(LAST.minusSeconds(9), Duration.ofSeconds(9).plusNanos(1)))
                .isEqualTo(LAST);
        assertThat(NotBefore.capped(LAST.minusSeconds(9), Duration.ofSeconds(8)))
                .isEqualTo(LAST.minusSeconds(1));
    }
}
