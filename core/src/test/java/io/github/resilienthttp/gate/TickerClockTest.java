// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.FakeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TickerClockTest {
    @Test
    void itBeginsAtTheWallTimeOfTheTicker() {
        FakeTime time = new FakeTime();
        Clock clock = new TickerClock(time);
        time.advance(Duration.ofSeconds(5));
        time.skewWallClock(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(time.now().minus(Duration.ofHours(1)));
    }

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
