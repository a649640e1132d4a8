// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What follows a first attempt.
 *
 * @param decision deliver, retry or give-up
 * @param reason why it is not sent again; null for a retry and a success
 * @param waitMinMs the shortest wait before a retry in milliseconds
 * @param waitMaxMs the longest
 * @param waitSource where the wait comes from, or null
 */
record WhatHappens(
        String decision,
        @Nullable String reason,
        long waitMinMs,
        long waitMaxMs,
        @Nullable String waitSource) {
    /** For a person. */
    String text() {
        if (waitSource == null) {
            return reason == null ? decision : decision + ": " + reason;
        }
        String span = waitMinMs == waitMaxMs ? time(waitMinMs) : time(waitMinMs) + " to " + time(waitMaxMs);
        return decision + " after " + span + " (" + waitSource + ")";
    }

    private static String time(long millis) {
        return millis < 1_000
                ? millis + "ms"
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + "s";
    }
}
