// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.stability.Internal;

/** What happens after an attempt that was no success. */
@Internal
public sealed interface Decision {
    /**
     * Send again after a wait.
     *
     * @param delayNanos nanoseconds from now, 0 or more
     * @param source what set the length of the wait
     * @param free whether it costs the budget nothing
     */
    record Retry(long delayNanos, WaitSource source, boolean free) implements Decision {}

    /**
     * Deliver what is at hand.
     *
     * @param reason why it is not sent again
     */
    record GiveUp(Reason reason) implements Decision {}
}
