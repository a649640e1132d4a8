// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Jitter;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void theCeilingDoublesUpToItsCap() {
        Backoff backoff = backoff(Jitter.FULL);
        assertThat(backoff.ceilingNanos(1)).isEqualTo(100 * MILLI);
        assertThat(backoff.ceilingNanos(2)).isEqualTo(200 * MILLI);
        assertThat(backoff.ceilingNanos(6)).isEqualTo(3_200 * MILLI);
        assertThat(backoff.ceilingNanos(7)).isEqualTo(5_000 * MILLI);
        assertThat(backoff.ceilingNanos(Integer.MAX_VALUE)).isEqualTo(5_000 * MILLI);
    }

    @Test
    void fullJitterGoesFromNothingToTheCeiling() {
        assertThat(backoff(Jitter.FULL).nanos(1, 0)).isZero();
        assertThat(backoff(Jitter.FULL).nanos(1, 0.5)).isEqualTo(50 * MILLI);
        assertThat(backoff(Jitter.FULL).nanos(1, Math.nextDown(1.0))).isEqualTo(100 * MILLI);
    }

    @Test
    void equalJitterGoesFromHalfTheCeilingToAll() {
        assertThat(backoff(Jitter.EQUAL).nanos(1, 0)).isEqualTo(50 * MILLI);
        assertThat(backoff(Jitter.EQUAL).nanos(2, 0.5)).isEqualTo(150 * MILLI);
        assertThat(backoff(Jitter.EQUAL).nanos(1, Math.nextDown(1.0))).isEqualTo(100 * MILLI);
    }

    @Test
    void noJitterIsTheCeiling() {
        assertThat(backoff(Jitter.NONE).nanos(1, 0)).isEqualTo(100 * MILLI);
        assertThat(backoff(Jitter.NONE).nanos(2, 0.9)).isEqualTo(200 * MILLI);
    }

    @Test
    void roundsUpToTheMillisecond() {
        assertThat(backoff(Jitter.FULL).nanos(1, 0.0001)).isEqualTo(MILLI);
        assertThat(backoff(Jitter.FULL).nanos(1, 0.0101)).isEqualTo(2 * MILLI);
        assertThat(backoff(Jitter.FULL).nanos(1, 0.01)).isEqualTo(MILLI);
    }

    @Test
    void nothingTimesInfinityIsNothing() {
        Backoff none = new Backoff(new Policy.Backoff(Duration.ZERO, 1e9, Duration.ofHours(24), Jitter.FULL));
        assertThat(none.ceilingNanos(Integer.MAX_VALUE)).isZero();
        assertThat(none.nanos(Integer.MAX_VALUE, 0.5)).isZero();
    }

    private static Backoff backoff(Jitter jitter) {
        return new Backoff(new Policy.Backoff(Duration.ofMillis(100), 2, Duration.ofSeconds(5), jitter));
    }
}
