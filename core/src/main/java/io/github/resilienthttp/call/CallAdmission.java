// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.gate.Admission;
import io.github.resilienthttp.gate.Permit;

/** How a call gets leave to send: it is given, waited for, or refused. */
final class CallAdmission {
    private CallAdmission() {}

    /** RFC 9110 section 10.2.3: Retry-After on a redirect is the minimum time before the next request. */
    static Step afterHop(Call call, long until, long now) {
        if (until - now > call.settings.longestHintNanos) {
            return CallEnding.refuse(call, Reason.HINT_TOO_LONG, until, now);
        }
        if (until > call.deadline - RetryRules.SMALLEST_ATTEMPT_NANOS) {
            return CallEnding.refuse(call, Reason.DEADLINE, until, now);
        }
        return beginWait(call, until, WaitSource.HINT, now);
    }

    static Step admit(Call call, long now) {
        if (call.cancelled) {
            return CallEnding.refuse(call, Reason.CANCELLED, 0, now);
        }
        boolean late = now >= call.deadline;
        if (late && !call.settings.observe) {
            return CallEnding.refuse(call, Reason.DEADLINE, 0, now);
        }
        Permit asking = call.permit;
        if (asking == null) {
            asking = call.scope().permit();
            call.permit = asking;
        }
        if (call.settings.observe) {
            Admission would = call.scope().observe(asking, now);
            Reason refusal = late ? Reason.DEADLINE : would.reason();
            if (refusal != null) {
                call.trouble().wouldRefuse = refusal;
            }
            return send(call, now);
        }
        Admission answer = call.scope().enter(asking, now, call.deadline - RetryRules.SMALLEST_ATTEMPT_NANOS);
        if (answer.kind() == Admission.Kind.GO) {
            return send(call, now);
        }
        if (answer.kind() == Admission.Kind.REFUSED) {
            long until = answer.until() == Admission.UNKNOWN ? 0 : answer.until();
            return CallEnding.refuse(call, answer.reason() == null ? Reason.COOLING_DOWN : answer.reason(), until, now);
        }
        Runnable woken = call.waker();
        if (woken != null) {
            asking.onWake(woken);
        }
        return beginWait(call, answer.until(), answer.source() == null ? WaitSource.COOLDOWN : answer.source(), now);
    }

    private static Step send(Call call, long now) {
        call.sending = true;
        call.attemptStart = now;
        call.verdict = null;
        Waits waited = call.waits;
        if (waited != null) {
            waited.sent(now);
        }
        Telling.sent(call);
        return Step.Send.of(call.attempt);
    }

    static Step beginWait(Call call, long until, WaitSource source, long now) {
        call.waiting = true;
        Telling.waitBegan(call);
        call.client().telling().waiting(call.client().name(), source, until - now);
        return call.waits().begin(until, source, now);
    }
}
