// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Internal;

/**
 * Where a call stands when an attempt has ended.
 *
 * @param attempt the number of the attempt that ended, from 1
 * @param idempotent whether the request may be repeated after it may have been acted on
 * @param replayable whether the body can be written again
 * @param remainingNanos nanoseconds until the deadline; may be negative
 * @param openNanos nanoseconds for which the breaker will refuse from now on; 0 where it is not open
 * @param closedNanos nanoseconds for which the scope stays closed, this attempt's own hint left out; 0 where it is open
 */
@Internal
public record Situation(
        int attempt, boolean idempotent, boolean replayable, long remainingNanos, long openNanos, long closedNanos) {
    /** Nanoseconds that can be waited so that a useful attempt still fits; negative where none fits at all. */
    long spareNanos() {
        // Not simply the difference: that wraps round where the deadline is long past.
        return remainingNanos < RetryRules.SMALLEST_ATTEMPT_NANOS
                ? -1
                : remainingNanos - RetryRules.SMALLEST_ATTEMPT_NANOS;
    }
}
