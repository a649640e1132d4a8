// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By how much a rate limit's period is lengthened, for what passes between the permit and the server.
 * {@link #toString} is the text of the configuration.
 *
 * @param percent a share of the period from 0 to 100; 0 where a duration is given
 * @param duration 0 or longer; null where it is a share
 */
@Stable
public record RateMargin(double percent, @Nullable Duration duration) {
    /**
     * Checks that it is exactly one of the two.
     *
     * @param percent a share of the period from 0 to 100; 0 where a duration is given
     * @param duration 0 or longer; null where it is a share
     */
    public RateMargin {
        if (duration == null) {
            Check.that(percent >= 0 && percent <= 100, "a rate margin is from 0 to 100 percent, not " + percent);
        } else {
            Check.notNegative(duration, "a rate margin");
            Check.that(percent == 0, "a rate margin is either a percentage or a duration");
        }
    }

    /**
     * A share of the period.
     *
     * @param percent from 0 to 100
     * @return the margin
     */
    public static RateMargin percent(double percent) {
        return new RateMargin(percent, null);
    }

    /**
     * The same margin for every period.
     *
     * @param duration 0 or longer
     * @return the margin
     */
    public static RateMargin fixed(Duration duration) {
        return new RateMargin(0, duration);
    }

    static RateMargin parse(String text) {
        return text.endsWith("%") ? percent(NumberText.percent(text)) : fixed(DurationText.parse(text));
    }

    @Override
    public String toString() {
        return duration == null ? NumberText.print(percent) + "%" : DurationText.print(duration);
    }
}
