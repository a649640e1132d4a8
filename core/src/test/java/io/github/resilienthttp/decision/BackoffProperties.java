// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.Jitter;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    @Provide
    Arbitrary<Policy.Backoff> settings() {
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, DAY_NANOS).map(Duration::ofNanos);
        return Combinators.combine(
                        durations,
                        Arbitraries.oneOf(
                                Arbitraries.doubles().between(1, 10),
                                Arbitraries.doubles().between(1, 1e9)),
                        durations,
                        Arbitraries.of(Jitter.class))
                .as(Policy.Backoff::new);
    }

    @Property
    void theCeilingIsNeverAboveTheCapAndNeverShrinks(
            @ForAll("settings") Policy.Backoff settings,
            @ForAll @IntRange(min = 1) int attempt,
            @ForAll @IntRange(min = 1, max = 40) int early) {
        Backoff backoff = new Backoff(settings);
        for (int n : new int[] {attempt, early}) {
            long ceiling = backoff.ceilingNanos(n);
            assertThat(ceiling).isBetween(0L, settings.max().toNanos());
            assertThat(ceiling)
                    .isGreaterThanOrEqualTo(Math.min(
                            settings.initial().toNanos(), settings.max().toNanos()));
            if (n < Integer.MAX_VALUE) {
                assertThat(backoff.ceilingNanos(n + 1)).isGreaterThanOrEqualTo(ceiling);
            }
        }
    }

    @Property
    void theWaitIsWithinTheCeilingRoundedUpToTheMillisecond(
            @ForAll("settings") Policy.Backoff settings,
            @ForAll @IntRange(min = 1) int attempt,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Backoff backoff = new Backoff(settings);
        long ceiling = (backoff.ceilingNanos(attempt) + MILLI - 1) / MILLI * MILLI;
        long wait = backoff.nanos(attempt, random);
        assertThat(wait % MILLI).isZero();
        assertThat(wait).isBetween(0L, ceiling);
        switch (settings.jitter()) {
            case FULL -> assertThat(wait).isGreaterThanOrEqualTo((long) (backoff.ceilingNanos(attempt) * random));
            case EQUAL -> assertThat(wait).isGreaterThanOrEqualTo(backoff.ceilingNanos(attempt) / 2);
            case NONE -> assertThat(wait).isEqualTo(ceiling);
        }
    }

    /** A cap applied after the jitter would heap the waits up at the cap. */
    @Property(tries = 20)
    void jitterSurvivesTheCap(
            @ForAll @IntRange(min = 100, max = 86_400_000) int maxMillis, @ForAll @IntRange(min = 40) int attempt) {
        Backoff backoff =
                new Backoff(new Policy.Backoff(Duration.ofMillis(100), 2, Duration.ofMillis(maxMillis), Jitter.FULL));
        int[] tenths = new int[10];
        for (int step = 0; step < 1_000; step++) {
            long wait = backoff.nanos(attempt, step / 1_000.0);
            tenths[(int) Math.min(9, wait * 10 / (maxMillis * MILLI))]++;
        }
        assertThat(IntStream.of(tenths)).allMatch(count -> count >= 90 && count <= 110);
    }
}
