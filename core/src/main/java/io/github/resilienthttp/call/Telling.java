// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptOutcome;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.RequestMethod;
import org.jspecify.annotations.Nullable;

/**
 * Tells meters and traces what happens to a call, where anybody wants to know: each attempt and each wait that began ends
 * once. Builds nothing, so that a call that goes well allocates no more than without.
 */
final class Telling {
    private Telling() {}

    static void sent(Call call) {
        Trouble trouble = call.trouble;
        Verdict cause = trouble == null ? null : trouble.repeating;
        if (trouble != null) {
            trouble.extra = cause != null;
            trouble.repeating = null;
        }
        ClientTelemetry told = call.client().telemetry();
        if (told == null) {
            return;
        }
        told.attemptBegan();
        if (cause != null) {
            told.retried(cause);
        }
    }

    /** Returns the time, or 0 where nobody needed to know. */
    static long answered(Call call, int status) {
        ObservedCall observed = call.observed();
        if (observed != null) {
            observed.answered(status);
        }
        return call.client().telemetry() == null ? 0 : attemptEnded(call, AttemptOutcome.ofStatus(status));
    }

    static long finished(Call call, Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            return failed(call, failure.timeout(), failure.cause());
        }
        return answered(call, ((Outcome.Response) outcome).status());
    }

    static long failed(Call call, boolean timeout, @Nullable Throwable cause) {
        ObservedCall observed = call.observed();
        if (observed != null) {
            observed.failed(cause);
        }
        return call.client().telemetry() == null
                ? 0
                : attemptEnded(call, timeout ? AttemptOutcome.TIMEOUT : AttemptOutcome.IO);
    }

    private static long attemptEnded(Call call, AttemptOutcome outcome) {
        long now = call.client().time().nanos();
        call.lastNanos = now;
        ClientTelemetry told = call.client().telemetry();
        if (told != null) {
            Trouble trouble = call.trouble;
            told.attemptEnded(outcome, trouble != null && trouble.extra, Math.max(0, now - call.attemptStart));
        }
        return now;
    }

    static void waitBegan(Call call) {
        ClientTelemetry told = call.client().telemetry();
        if (told != null) {
            told.waitBegan();
        }
    }

    static void waitEnded(Call call, long now) {
        Waits waits = call.waits;
        ClientTelemetry told = call.client().telemetry();
        if (told != null && waits != null) {
            call.lastNanos = now;
            told.waitEnded(waits.current(), Math.max(0, now - waits.began()));
        }
    }

    /** In {@code observe}: the next attempt would have been made. */
    static void wouldRetry(Call call, Verdict cause) {
        ClientTelemetry told = call.client().telemetry();
        if (told != null) {
            told.retried(cause);
        }
    }

    static void suppressed(Call call, Reason why) {
        ClientTelemetry told = call.client().telemetry();
        if (told != null) {
            told.suppressed(why);
        }
    }

    static void hinted(Call call, boolean honoured, long millis) {
        ClientTelemetry told = call.client().telemetry();
        if (told != null) {
            told.hinted(honoured, millis);
        }
    }

    static void ended(Call call, CallOutcome outcome) {
        Reason reason = call.reason == null ? Reason.CANCELLED : call.reason;
        ObservedCall observed = call.observed();
        if (observed != null) {
            observed.ended(outcome, reason);
        }
        ClientTelemetry told = call.client().telemetry();
        if (told == null) {
            return;
        }
        Trouble trouble = call.trouble;
        if (trouble != null && trouble.repeating != null) {
            told.suppressed(reason);
        }
        if (outcome == CallOutcome.REFUSED) {
            told.refused(reason);
        } else if (trouble != null && trouble.wouldRefuse != null) {
            told.refused(trouble.wouldRefuse);
        }
        told.callEnded(RequestMethod.of(call.method()), outcome, Math.max(0, call.lastNanos - call.startNanos()));
    }
}
