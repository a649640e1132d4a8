// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TickerClockTest {
    @Test
    void itsClockIsTheSameInAnotherZone() {
        SteppedTicker ticker = new SteppedTicker();
        Clock clock = new TickerClock(ticker);
        Clock other = clock.withZone(ZoneId.of("Asia/Tokyo"));
        ticker.advance(Duration.ofSeconds(5));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(other.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(other.instant()).isEqualTo(clock.instant());
        assertThat(other.millis()).isEqualTo(clock.millis());
    }
}
