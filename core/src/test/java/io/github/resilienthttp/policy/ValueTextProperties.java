// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ValueTextProperties {
    @Property
    void aDurationIsReadBack(@ForAll long seconds, @ForAll @IntRange(max = 999) int millis) {
        Duration duration = Duration.ofSeconds(seconds / 2, millis * 1_000_000L);
        assertThat(DurationText.parse(DurationText.print(duration))).isEqualTo(duration);
    }

    @Property
    void anyNanosecondsAreReadBack(@ForAll @LongRange(min = -1_000_000_000_000L) long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        assertThat(DurationText.parse(DurationText.print(duration))).isEqualTo(duration);
    }

    @Property
    void aSizeIsReadBack(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long bytes) {
        assertThat(SizeText.parse(SizeText.print(bytes))).isEqualTo(bytes);
    }

    @Property
    void aNumberIsReadBack(@ForAll @DoubleRange(min = 0, max = 10_000) double value) {
        assertThat(NumberText.decimal(NumberText.print(value))).isEqualTo(value);
    }
}
