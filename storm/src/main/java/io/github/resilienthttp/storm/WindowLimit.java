// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;

/**
 * A server's quota: so many requests in each of its windows, which follow each other; the others get a 429 at once, and
 * count for nothing.
 *
 * @param requests in each window, 1 or more
 * @param window whole seconds, 1 or more
 * @param sayWhen whether the 429 says {@code Retry-After}: the seconds to the end of the window, rounded up
 */
@Experimental
public record WindowLimit(int requests, Duration window, boolean sayWhen) {
    /**
     * Checks the numbers.
     *
     * @param requests in each window, 1 or more
     * @param window whole seconds, 1 or more
     * @param sayWhen whether the 429 says when
     * @throws IllegalArgumentException where one is out of range
     */
    public WindowLimit {
        Check.between("requests", requests, 1, 100_000_000);
        Check.wholeSeconds("window", window, 1);
    }
}
