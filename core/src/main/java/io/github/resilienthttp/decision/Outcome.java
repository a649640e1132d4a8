// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/** The facts of one finished attempt; never the response object of a client. */
@Stable
public sealed interface Outcome {
    /**
     * A response head arrived.
     *
     * @param status the status code, 100 to 599 (others are taken as they come)
     * @param headers its header fields; only read before the attempt's step is taken
     * @param body what was read of an error's body, or null
     */
    record Response(
            int status, HeaderView headers, @Nullable ErrorBody body) implements Outcome {}

    /**
     * No response head arrived.
     *
     * @param kind what the failure can have done
     * @param timeout whether time ran out (connect, read or attempt)
     * @param cause the failure as the client throws it
     */
    record Failure(FailureKind kind, boolean timeout, Throwable cause) implements Outcome {}
}
