// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of our breakers: the wall time at which it was made, moved on by the ticker alone. Resilience4j compares
 * instants, and on the system clock a correction of the wall time would shorten or lengthen the open time. The start is
 * wall time only so that an application that opens a breaker until an instant of its own means the same moment.
 */
final class TickerClock extends Clock {
    private final Ticker ticker;
    private final Instant base;
    private final ZoneId zone;

    TickerClock(Ticker ticker) {
        this(ticker, ticker.zero(), ZoneOffset.UTC);
    }

    private TickerClock(Ticker ticker, Instant base, ZoneId zone) {
        this.ticker = ticker;
        this.base = base;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return base.plusNanos(ticker.nanos());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TickerClock(ticker, base, other);
    }
}
