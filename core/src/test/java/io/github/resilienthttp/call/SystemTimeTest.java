// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemTimeTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Time time = Time.system();

    @Test
    void theTickerBeginsWithThisMachineAndNotBeforeZero() {
        long up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                .toNanos();
        assertThat(time.nanos()).isBetween(SECOND, up + 2 * SECOND);
    }

    @Test
    void aWaitTakesItsTimeAndNoMore() throws InterruptedException {
        long until = time.nanos() + SECOND / 100;
        int parks = 0;
        while (time.nanos() < until) {
            time.park(until);
            parks++;
        }
        assertThat(parks).as("it may be woken for no reason, but does not spin").isBetween(1, 50);
    }

    @Test
    void whoIsInterruptedDoesNotWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.park(time.nanos() + 3600 * SECOND)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("told by the exception").isFalse();
    }
}
