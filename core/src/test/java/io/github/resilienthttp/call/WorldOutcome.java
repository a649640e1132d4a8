// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;

/**
 * What becomes of an attempt in a {@link CallWorld}.
 *
 * @param hintMillis what a server says about when to come back; 0 where it says nothing that counts
 * @param neverSent whether the server certainly saw nothing
 * @param mayHaveActed whether the request must not be sent again unless it is idempotent
 */
record WorldOutcome(Outcome outcome, int hintMillis, boolean neverSent, boolean mayHaveActed) {
    static WorldOutcome of(CallAction action) {
        int millis = action.millis();
        return switch (action.kind()) {
            case REJECTED -> status(404);
            case THROTTLED -> told(429, millis);
            case THROTTLED_UNTOLD -> status(429);
            case TRANSIENT -> status(503);
            case TRANSIENT_TOLD -> told(503, millis);
            case PERMANENT -> status(501);
            case BROKEN -> failure(FailureKind.BROKEN);
            case UNREACHABLE -> failure(FailureKind.UNREACHABLE);
            case LOCAL -> failure(FailureKind.LOCAL);
            case ENDED -> failure(FailureKind.ENDED);
            default -> status(200);
        };
    }

    private static WorldOutcome status(int status) {
        return new WorldOutcome(CallScene.status(status), 0, false, status >= 500);
    }

    private static WorldOutcome told(int status, int millis) {
        Outcome outcome = CallScene.status(status, "Retry-After-Ms", String.valueOf(millis));
        return new WorldOutcome(outcome, millis, false, status >= 500);
    }

    private static WorldOutcome failure(FailureKind kind) {
        boolean neverSent = kind == FailureKind.UNREACHABLE || kind == FailureKind.LOCAL;
        return new WorldOutcome(CallScene.failure(kind), 0, neverSent, kind == FailureKind.BROKEN);
    }
}
