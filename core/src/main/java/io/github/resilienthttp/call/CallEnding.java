// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptDecision;
import org.jspecify.annotations.Nullable;

/** How an attempt that was no success ends: with another, with its outcome, or with a refusal. */
final class CallEnding {
    private CallEnding() {}

    /** The attempt ended badly and is followed by another after a wait. */
    static Step retry(Call call, Verdict meaning, long until, WaitSource source, @Nullable GivenUp givenUp, long now) {
        call.verdict = meaning;
        Trouble remembered = call.trouble();
        remembered.attemptEnd = now;
        remembered.givenUp = givenUp;
        remembered.add(CallReporting.lastAttempt(call, AttemptDecision.RETRY));
        remembered.keepFailure();
        tell(call, AttemptDecision.RETRY);
        call.verdict = null;
        call.retryAhead = true;
        remembered.repeating = meaning;
        return CallAdmission.beginWait(call, until, source, now);
    }

    /** The attempt ended badly and its outcome goes to the caller. */
    static Step giveUp(Call call, Verdict meaning, Reason why, AttemptDecision decision, long now) {
        call.verdict = meaning;
        call.reason = why;
        Trouble remembered = call.trouble();
        remembered.attemptEnd = now;
        remembered.lastDecision = decision;
        remembered.givenUp = null;
        if (remembered.lastFailure != null) {
            remembered.withEarlier(remembered.lastFailure);
        }
        tell(call, decision);
        if (decision == AttemptDecision.GIVE_UP) {
            Telling.suppressed(call, why);
        } else if (decision == AttemptDecision.RETRY) {
            Telling.wouldRetry(call, meaning);
        }
        return Step.Deliver.INSTANCE;
    }

    static Step refuse(Call call, Reason why, long until, long now) {
        call.giveBack();
        call.reason = why;
        call.lastNanos = now;
        Trouble remembered = call.trouble();
        if (until > now) {
            remembered.notBefore = call.client().instantOf(until, now);
        }
        Throwable last = remembered.lastFailure;
        if (last != null) {
            // It is among what was kept, and does not suppress itself.
            return new Step.Refuse(remembered.withEarlier(last));
        }
        call.refused = true;
        CallRefusedException refusal = new CallRefusedException(
                why,
                call.client().name(),
                call.scope().label(),
                remembered.notBefore,
                remembered.givenUp == null ? null : remembered.givenUp.told());
        return new Step.Refuse(remembered.withEarlier(refusal));
    }

    static void tell(Call call, AttemptDecision decision) {
        if (call.client().telling().listens()) {
            call.client()
                    .telling()
                    .attempted(call.client().name(), call.method(), CallReporting.lastAttempt(call, decision));
        }
    }

    /** Nobody will tell how the attempt under way ended; but it may have been sent. */
    static void abandon(Call call) {
        long now = call.client().time().nanos();
        call.sending = false;
        Telling.failed(call, false, null);
        call.status = 0;
        call.trouble().lastFailure = null;
        call.takePermit().settle(BreakerMark.NONE, 0, null, false, false, true, now);
        giveUp(call, Verdict.ENDED, Reason.CANCELLED, AttemptDecision.GIVE_UP, now);
    }
}
