// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code vectors/server-hints.json}.
 *
 * @param id the name of the case
 * @param group what it is about; see {@link #statesDecision()}
 * @param status the status of the response
 * @param headers its header fields, with {@code Date} added where the case gives one
 * @param responseDate the value of {@code Date}, or null
 * @param now the local wall clock at the receipt
 * @param expectResult delay, pause, fail-fast, no-retry, absent or invalid
 * @param expectMs the delay in milliseconds, or null where none or a saturated one is expected
 * @param saturated whether any delay too large to hold is expected
 * @param body the body, or null
 * @param maxRetryAfterMs the longest hint that the client follows, or null
 * @param remainingDeadlineMs what is left of the call's time, or null
 */
public record HintVector(
        String id,
        String group,
        int status,
        HeaderView headers,
        @Nullable String responseDate,
        Instant now,
        String expectResult,
        @Nullable Long expectMs,
        boolean saturated,
        @Nullable String body,
        @Nullable Long maxRetryAfterMs,
        @Nullable Long remainingDeadlineMs) {
    /** Whether the expectation is the engine's decision; else it is the parsed hint, whatever the status. */
    public boolean statesDecision() {
        return switch (group) {
            case "status", "github", "over-cap", "deadline", "vendor-should-retry", "vendor-pushback", "body-problem" ->
                true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return id + " " + group;
    }
}
