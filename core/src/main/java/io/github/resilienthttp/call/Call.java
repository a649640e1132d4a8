// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Idempotency;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.gate.Permit;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Experimental;
import java.util.function.BiConsumer;

/**
 * The machine of one logical call: it is told what happened and answers with the next {@link Step}. It waits for nothing,
 * sends nothing and starts no thread; a driver does. One thread at a time drives it; {@link #cancel} comes from any.
 *
 * <p>A call begins with {@link #begin}, and begins again for each redirect hop that the client follows: hops share its
 * attempts and its deadline, and each uses the scope of its own origin. {@link #close} ends it.
 */
@Experimental
public final class Call extends CallState {
    Call(Settings settings, CallOptions options, long now) {
        super(settings, options, now);
    }

    /**
     * Begins the call, or its next redirect hop: asks for leave to send.
     *
     * @param hop the facts of the request
     * @return {@code Send}, {@code Wait} or {@code Refuse}
     */
    public Step begin(RequestView hop) {
        boolean first = request == null;
        long now = first ? startNanos() : client().time().nanos();
        // Before the last one is left: this may fail, and what is left must not be left twice.
        Scope next = settings.naming.find(client().scopes(), hop, options.scope(), now);
        if (!first) {
            leaveHop();
        }
        request = hop;
        idempotent = client().idempotent(settings, hop, options);
        if (settings.generatesKey && !idempotent && options.idempotent() == null) {
            idempotent = Idempotency.mayBeKeyed(hop.method()) && trouble().generateKey();
        }
        scope = next;
        if (first && client().observations() != null) {
            trouble().observed = ObservedCall.begin(client().observations(), client().name(), hop.method());
        }
        attempt = Math.max(1, attempt);
        long hopNotBefore = trouble == null ? 0 : trouble.hopNotBefore;
        return hopNotBefore > now && !settings.observe
                ? CallAdmission.afterHop(this, hopNotBefore, now)
                : CallAdmission.admit(this, now);
    }

    private void leaveHop() {
        if (verdict != null) {
            trouble().add(CallReporting.lastAttempt(this, AttemptDecision.DELIVER));
            verdict = null;
        }
        giveBack();
        if (scope != null) {
            scope.unpin();
        }
        refused = false;
        reason = null;
    }

    /**
     * An attempt has ended with a response whose body nobody needs to look at: as {@link #finished}, but the usual case
     * builds nothing.
     *
     * @param number the attempt's, as {@code Send} gave it
     * @param code the response's status
     * @param headers its header fields
     * @param replayable whether the request's body can be written again
     * @return {@code Deliver}, {@code Wait} or {@code Refuse}
     * @throws IllegalStateException where no such attempt is under way
     */
    public Step answered(int number, int code, HeaderView headers, boolean replayable) {
        boolean rejected = code >= 400;
        if (client().hasClassifier() || (rejected && !settings.rejectsForGood(code))) {
            return finished(number, new Outcome.Response(code, headers, null), replayable);
        }
        end(number);
        Verdict meaning = rejected ? Verdict.REJECTED : Verdict.SUCCESS;
        return GoodAttempt.deliver(this, code, headers, meaning, Telling.answered(this, code));
    }

    private void end(int number) {
        if (!sending || number != attempt) {
            throw new IllegalStateException("attempt " + number + " is not under way");
        }
        sending = false;
    }

    /**
     * An attempt has ended.
     *
     * @param number the attempt's, as {@code Send} gave it
     * @param outcome what came of it
     * @param replayable whether the request's body can be written again
     * @return {@code Deliver}, {@code Wait} or {@code Refuse}
     * @throws IllegalStateException where no such attempt is under way
     */
    public Step finished(int number, Outcome outcome, boolean replayable) {
        end(number);
        long ended = Telling.finished(this, outcome);
        Verdict meaning = client().classify(method(), outcome);
        if (outcome instanceof Outcome.Response response) {
            status = response.status();
            boolean rejectedForGood = meaning == Verdict.REJECTED
                    && !settings.policy.retry().statuses().contains(status);
            if (meaning == Verdict.SUCCESS || rejectedForGood) {
                return GoodAttempt.deliver(this, response.status(), response.headers(), meaning, ended);
            }
        } else {
            status = 0;
            meaning = cancelled ? Verdict.ENDED : meaning;
        }
        return new TroubledAttempt(this, meaning, outcome).decide(replayable);
    }

    /**
     * A wait has ended, at its time or sooner.
     *
     * @return {@code Send}, {@code Wait} or {@code Refuse}
     * @throws IllegalStateException where the call does not wait
     */
    public Step resumed() {
        Waits held = waits;
        if (!waiting || held == null) {
            throw new IllegalStateException("the call does not wait");
        }
        long now = client().time().nanos();
        Step.Wait same = awake() ? null : held.unlessOver(now);
        if (same != null) {
            return same;
        }
        waiting = false;
        Telling.waitEnded(this, now);
        if (retryAhead) {
            retryAhead = false;
            attempt++;
        }
        return CallAdmission.admit(this, now);
    }

    /**
     * What to run when a wait may end sooner: from the driver, before it waits. Runs at once where the wait may end
     * already. Must not block; may run more than once, on any thread.
     *
     * @param action what to run
     */
    public void onWake(Runnable action) {
        waits().waker = action;
        Permit asking = permit;
        if (asking != null) {
            asking.onWake(action);
        }
        if (cancelled) {
            action.run();
        }
    }

    /** {@return whether the wait at hand may end now whatever its time} For the driver's thread. */
    public boolean awake() {
        Permit asking = permit;
        return cancelled || (asking != null && asking.woken());
    }

    /**
     * From any thread: the caller wants no more of it. A wait ends; an attempt under way is the adapter's to abort, and
     * counts for nothing; nothing is sent any more.
     */
    public void cancel() {
        cancelled = true;
        Runnable action = waker();
        if (action != null) {
            action.run();
        }
    }

    /** {@return whether {@link #cancel} was called} */
    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Nanoseconds the attempt just begun may take up to the response head, the deadline heeded; 0: no limit.
     *
     * @return nanoseconds, or 0
     */
    public long attemptTimeoutNanos() {
        return settings.observe ? 0 : allottedNanos();
    }

    /** The same whatever the mode: in {@code observe}, what it would have been. */
    long allottedNanos() {
        return Math.max(1, Math.min(settings.attemptNanos, deadline - attemptStart));
    }

    /**
     * When the time of the attempt just begun is up, for a timer that is armed without another reading of the clock; of no
     * meaning where {@link #attemptTimeoutNanos} is 0.
     *
     * @return the ticker's time
     */
    public long attemptEndNanos() {
        return attemptStart + attemptTimeoutNanos();
    }

    /**
     * Names the header fields to set on an attempt, once for each, just before it is sent: the attempt header, the
     * idempotency key, those of its trace.
     *
     * @param number the attempt's number, from 1
     * @param setHeader takes name and value; replaces what is there
     */
    public void decorate(int number, BiConsumer<String, String> setHeader) {
        ObservedCall observed = observed();
        if (observed != null && request != null) {
            observed.sending(request, setHeader);
        }
        if (settings.observe) {
            return;
        }
        if (trouble != null && trouble.idempotencyKey != null) {
            setHeader.accept(settings.policy.idempotencyKey().header(), trouble.idempotencyKey);
        }
        String header = settings.policy.attemptHeader();
        if (header != null) {
            setHeader.accept(header, number + "/" + settings.policy.retry().maxAttempts());
        }
    }

    /** {@return the policy this call keeps to its end} */
    public Policy policy() {
        return settings.policy;
    }

    /** Ends the call: everything goes back, the report stands, the listeners are told. Harmless when repeated. */
    public void close() {
        if (closed || scope == null) {
            return;
        }
        closed = true;
        if (sending) {
            CallEnding.abandon(this);
        } else if (waiting) {
            Telling.waitEnded(this, client().time().nanos());
        }
        giveBack();
        scope.unpin();
        if (reason == null) {
            reason = Reason.CANCELLED;
            refused = true;
            lastNanos = client().time().nanos();
        }
        client().ended(this);
    }

    /**
     * The client threw after an attempt that had gone well, for a reason of its own: a redirect that leads nowhere. From the
     * adapter, before {@link #close}; without effect where the call had not gone well anyway.
     */
    public void thrown() {
        if (!refused && verdict == Verdict.SUCCESS) {
            reason = Reason.PERMANENT;
            trouble().thrown = true;
        }
    }

    /** {@return what happened so far; final once the call is closed} */
    public CallReport report() {
        return CallReporting.report(this);
    }
}
