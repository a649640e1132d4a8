// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Over what a circuit breaker counts: the last calls, or the calls of the last while. {@link #toString} is the text of
 * the configuration.
 *
 * @param calls how many calls, at least 1; 0 where the window is one of time
 * @param duration how long, above 0; null where the window is a count
 */
@Stable
public record BreakerWindow(int calls, @Nullable Duration duration) {
    /**
     * Checks that it is exactly one of the two.
     *
     * @param calls how many calls, at least 1; 0 where the window is one of time
     * @param duration how long, above 0; null where the window is a count
     */
    public BreakerWindow {
        if (duration == null) {
            Check.atLeast(1, calls, "a breaker's window of calls");
        } else {
            Check.positive(duration, "a breaker's window of time");
            Check.that(calls == 0, "a breaker's window is either a count or a duration");
        }
    }

    /**
     * A window of calls.
     *
     * @param calls at least 1
     * @return the window
     */
    public static BreakerWindow calls(int calls) {
        return new BreakerWindow(calls, null);
    }

    /**
     * A window of time.
     *
     * @param duration above 0; whole seconds, since Resilience4j counts in those
     * @return the window
     */
    public static BreakerWindow time(Duration duration) {
        return new BreakerWindow(0, duration);
    }

    static BreakerWindow parse(String text) {
        boolean count = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return count ? calls(NumberText.count(text)) : time(DurationText.parse(text));
    }

    @Override
    public String toString() {
        return duration == null ? Integer.toString(calls) : DurationText.print(duration);
    }
}
