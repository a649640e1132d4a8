// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/**
 * One transmission.
 *
 * @param number counts from 1; the hops of a redirect share the number of the attempt they belong to
 * @param waitBeforeNanos nanoseconds the call waited before it
 * @param waitBeforeSource where the longest part of that wait came from, or null where there was none
 * @param startNanos nanoseconds from the start of the call
 * @param endNanos nanoseconds from the start of the call, or -1 where the first attempt
 *     ended the call and no listener, meter, rate limit or slow-call duration needed the time
 * @param status the response's status, or 0 where no head arrived
 * @param failure what the client threw, or null where a head arrived
 * @param verdict what the outcome means
 * @param decision what followed
 * @param reason why it was not sent again; null where it was, and on success
 */
@Stable
public record AttemptReport(
        int number,
        long waitBeforeNanos,
        @Nullable WaitSource waitBeforeSource,
        long startNanos,
        long endNanos,
        int status,
        @Nullable Throwable failure,
        Verdict verdict,
        AttemptDecision decision,
        @Nullable Reason reason) {}
