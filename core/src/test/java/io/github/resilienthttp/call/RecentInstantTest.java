// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.FakeTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentInstantTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final FakeTime time = new FakeTime();
    private final RecentInstant recent = new RecentInstant(time);
    private final long start = time.nanos();
    private final Instant over = time.now().plusSeconds(60);

    @Test
    void theSameTickerTimeIsTheSameInstantWhenever() {
        assertThat(recent.of(start + MINUTE, start)).isEqualTo(over);
        time.advance(Duration.ofMillis(999));
        assertThat(recent.of(start + MINUTE, time.nanos())).isSameAs(recent.of(start + MINUTE, start));
        time.advance(Duration.ofSeconds(10));
        assertThat(recent.of(start + MINUTE, time.nanos())).isEqualTo(over);
    }

    @Test
    void anotherTickerTimeIsAnotherInstant() {
        assertThat(recent.of(start + MINUTE, start)).isEqualTo(over);
        assertThat(recent.of(start + 2 * MINUTE, start)).isEqualTo(over.plusSeconds(60));
        assertThat(recent.of(start + MINUTE, start)).isEqualTo(over);
    }

    @Test
    void aCorrectedWallClockIsHeededAfterASecond() {
        assertThat(recent.of(start + MINUTE, start)).isEqualTo(over);
        time.skewWallClock(Duration.ofMinutes(5));
        time.advance(Duration.ofSeconds(1));
        assertThat(recent.of(start + MINUTE, time.nanos())).isEqualTo(over.plusSeconds(300));
    }
}
