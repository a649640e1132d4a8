// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.policy.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports of calls, in few words. */
final class CallReports {
    private CallReports() {}

    static CallReport of(CallOutcome outcome, Reason reason, AttemptReport... attempts) {
        return new CallReport(
                "api",
                "GET",
                "https://api.example",
                Mode.ENFORCE,
                outcome,
                reason,
                List.of(attempts),
                -1,
                null,
                null,
                null);
    }

    static CallReport observed(CallOutcome outcome, Reason reason, @Nullable Reason wouldRefuse) {
        return new CallReport(
                "api",
                "GET",
                "https://api.example",
                Mode.OBSERVE,
                outcome,
                reason,
                List.of(answered(200, 0, null)),
                -1,
                null,
                null,
                wouldRefuse);
    }

    static CallReport named(String method, String scope) {
        return new CallReport(
                "api",
                method,
                scope,
                Mode.ENFORCE,
                CallOutcome.REFUSED,
                Reason.CIRCUIT_OPEN,
                List.of(),
                -1,
                null,
                null,
                null);
    }

    static CallReport telling(@Nullable Instant notBefore, @Nullable ErrorDetails error) {
        return new CallReport(
                "api",
                "GET",
                "https://api.example",
                Mode.ENFORCE,
                CallOutcome.FAILED,
                Reason.HINT_TOO_LONG,
                List.of(answered(429, 0, null)),
                -1,
                notBefore,
                error,
                null);
    }

    static AttemptReport answered(int status, long waitMillis, @Nullable WaitSource source) {
        return attempt(status, null, waitMillis, source);
    }

    static AttemptReport failed(Throwable failure, long waitMillis, @Nullable WaitSource source) {
        return attempt(0, failure, waitMillis, source);
    }

    private static AttemptReport attempt(
            int status, @Nullable Throwable failure, long waitMillis, @Nullable WaitSource source) {
        return new AttemptReport(
                1,
                waitMillis * 1_000_000,
                source,
                0,
                -1,
                status,
                failure,
                Verdict.TRANSIENT,
                AttemptDecision.GIVE_UP,
                Reason.ATTEMPTS_EXHAUSTED);
    }
}
