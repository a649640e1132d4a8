// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.stability.Stable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one call, from the first attempt to its end. Immutable.
 *
 * @param client the name of the client
 * @param method the request's method
 * @param scope the scope of its last attempt, fit for logs: secrets in it stand as a hash
 * @param mode the mode it ran in; in {@code observe} decisions say what would have been done
 * @param outcome how it ended
 * @param reason why it ended so
 * @param attempts its transmissions in order; empty where nothing was sent
 * @param elapsedNanos nanoseconds from its start to its end, or -1 where the first attempt
 *     ended the call and no listener, meter, rate limit or slow-call duration needed the time
 * @param notBefore the instant before which the server, or the engine, says that it is of no use to come back; null where
 *     nobody said, and on success
 * @param error what the API said of its error, or null
 * @param wouldRefuse in {@code observe}: why the call would have been held or refused before it was sent; else null
 */
@Stable
public record CallReport(
        String client,
        String method,
        String scope,
        Mode mode,
        CallOutcome outcome,
        Reason reason,
        List<AttemptReport> attempts,
        long elapsedNanos,
        @Nullable Instant notBefore,
        @Nullable ErrorDetails error,
        @Nullable Reason wouldRefuse) {
    /**
     * Copies the attempts.
     *
     * @param client the name of the client
     * @param method the request's method
     * @param scope the scope of its last attempt, fit for logs: secrets in it stand as a hash
     * @param mode the mode it ran in; in {@code observe} decisions say what would have been done
     * @param outcome how it ended
     * @param reason why it ended so
     * @param attempts its transmissions in order; empty where nothing was sent
     * @param elapsedNanos nanoseconds from its start to its end, or -1 where the first attempt
     *     ended the call and no listener, meter, rate limit or slow-call duration needed the time
     * @param notBefore the instant before which the server, or the engine, says that it is of no use to come back; null where
     *     nobody said, and on success
     * @param error what the API said of its error, or null
     * @param wouldRefuse in {@code observe}: why the call would have been held or refused before it was sent; else null
     */
    public CallReport {
        attempts = List.copyOf(attempts);
    }
}
