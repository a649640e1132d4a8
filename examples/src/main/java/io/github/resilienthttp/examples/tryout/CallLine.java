// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is shown.
 *
 * @param call from 1, in order of starts
 * @param status null for a refusal or an exception
 * @param outcome success, recovered, failed or refused
 * @param reason of the closed set; null where the engine kept out of it
 * @param error class and message, or null
 * @param notBefore an ISO instant, or null
 * @param elapsedMs from the start of the call to the end of the body
 * @param body what was read of the body
 * @param attempts in order
 * @param said code and request id as the API told them, for a person; empty where it did not
 */
record CallLine(
        int call,
        @Nullable Integer status,
        String outcome,
        @Nullable String reason,
        @Nullable String error,
        @Nullable String notBefore,
        long elapsedMs,
        BodyFacts body,
        List<AttemptLine> attempts,
        String said) {
    /** Whether it ended in a whole response below 400. */
    boolean good() {
        return status != null && status < 400 && error == null;
    }
}
