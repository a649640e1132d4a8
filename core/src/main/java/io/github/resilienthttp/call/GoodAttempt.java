// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.gate.Permit;
import io.github.resilienthttp.hint.HeaderView;

/** An attempt whose response goes to the caller at once, a success or a 4xx: no decision, nothing to remember. */
final class GoodAttempt {
    private GoodAttempt() {}

    /** The way of nearly every call. {@code ended}: the ticker's time where it has been read, or 0. */
    static Step deliver(Call call, int code, HeaderView headers, Verdict meaning, long ended) {
        ResilientClient client = call.client();
        call.status = code;
        Permit held = call.takePermit();
        long now = ended;
        if (now == 0 && (held.paced() || held.timed() || client.telling().listens())) {
            now = client.time().nanos();
        }
        held.settle(BreakerMark.SUCCESS, Math.max(0, now - call.attemptStart), null, true, false, true, now);
        call.scope().deposit();
        call.verdict = meaning;
        if (call.trouble != null) {
            call.trouble.forget();
        }
        if (meaning == Verdict.SUCCESS) {
            call.reason = call.attempt == 1 ? Reason.SUCCESS : Reason.RECOVERED;
            heed(call, headers);
        } else {
            call.reason = Reason.REJECTED;
        }
        if (client.telling().listens()) {
            call.trouble().attemptEnd = now;
            CallEnding.tell(call, AttemptDecision.DELIVER);
        }
        return Step.Deliver.INSTANCE;
    }

    /** What a success says about the next request: a quota used up, a redirect that asks for patience. */
    private static void heed(Call call, HeaderView headers) {
        Time time = call.client().time();
        if (call.settings.closesOnQuotaUsed) {
            long millis = call.settings.hints.quotaUsedMillis(headers);
            if (millis > 0) {
                long now = time.nanos();
                call.scope().close(Nanos.after(now, millis), now);
            }
        }
        if (call.status >= 300 && call.status < 400) {
            long millis = call.settings.hints.retryAfterMillis(headers, time.now());
            if (millis > 0) {
                call.trouble().hopNotBefore = Nanos.after(time.nanos(), millis);
            }
        }
    }
}
