// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a call's report off its machine, when somebody asks: a call that goes well never builds one. */
final class CallReporting {
    private CallReporting() {}

    static CallReport report(Call call) {
        Trouble trouble = call.trouble;
        return new CallReport(
                call.client().name(),
                call.method(),
                call.scope == null ? "" : call.scope.label(),
                call.settings.policy.mode(),
                outcome(call),
                call.reason == null ? Reason.CANCELLED : call.reason,
                attempts(call, trouble),
                trouble == null ? -1 : trouble.elapsed,
                trouble == null ? null : trouble.notBefore,
                trouble == null ? null : trouble.error,
                trouble == null ? null : trouble.wouldRefuse);
    }

    private static List<AttemptReport> attempts(Call call, @Nullable Trouble trouble) {
        List<AttemptReport> attempts = trouble == null ? new ArrayList<>(1) : new ArrayList<>(trouble.history());
        if (call.verdict != null) {
            AttemptDecision last = trouble == null ? AttemptDecision.DELIVER : trouble.lastDecision;
            attempts.add(lastAttempt(call, last));
        }
        return List.copyOf(attempts);
    }

    static CallOutcome outcome(Call call) {
        if (call.refused) {
            return CallOutcome.REFUSED;
        }
        boolean thrown = call.trouble != null && call.trouble.thrown;
        if (call.verdict == Verdict.SUCCESS && !thrown) {
            return call.attempt > 1 ? CallOutcome.RECOVERED : CallOutcome.SUCCESS;
        }
        return CallOutcome.FAILED;
    }

    static AttemptReport lastAttempt(Call call, AttemptDecision decision) {
        Waits waits = call.waits;
        Trouble trouble = call.trouble;
        Verdict verdict = call.verdict == null ? Verdict.ENDED : call.verdict;
        long end = trouble == null ? -1 : trouble.attemptEnd;
        return new AttemptReport(
                call.attempt,
                waits == null ? 0 : waits.before(),
                waits == null ? null : waits.beforeSource(),
                call.attemptStart - call.startNanos(),
                end < 0 ? -1 : end - call.startNanos(),
                call.status,
                trouble == null ? null : trouble.lastFailure,
                verdict,
                decision,
                verdict == Verdict.SUCCESS || decision == AttemptDecision.RETRY ? null : call.reason);
    }
}
