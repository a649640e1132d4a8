// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;

/**
 * Decides whether an attempt that was no success is followed by another, and when. Pure, immutable, thread-safe: the
 * random number comes in as an argument, and the budget is asked by the caller afterwards, last.
 *
 * <p>Where several reasons forbid a retry, the first of these is told: what is never repeated (rejected, permanent,
 * local, cancelled), forbidden-by-server, not-idempotent, not-replayable, attempts-exhausted, hint-too-long or no-hint,
 * deadline, cooling-down, circuit-open.
 */
@Internal
public final class RetryRules {
    /** The smallest useful attempt, in nanoseconds: a wait that would leave less than this is not begun. */
    public static final long SMALLEST_ATTEMPT_NANOS = 50_000_000;

    private final Objections objections;
    private final RetryWait wait;
    private final long cooldownPatienceNanos;

    /**
     * Prepares the rules of one policy.
     *
     * @param policy the client's policy
     */
    public RetryRules(Policy policy) {
        this.objections = new Objections(policy);
        this.wait = new RetryWait(policy);
        this.cooldownPatienceNanos = policy.cooldown().maxWait().toNanos();
    }

    /**
     * Decides what follows an attempt.
     *
     * @param verdict what its outcome means
     * @param status its status, or 0 where no response head arrived
     * @param hint what the server said about coming back
     * @param now where the call stands
     * @param random from 0 inclusive to 1 exclusive
     * @return a retry with its wait, which the budget must still pay for unless it is free; or the reason why not
     */
    public Decision decide(Verdict verdict, int status, ServerHint hint, Situation now, double random) {
        Reason objection = objections.first(verdict, status, hint, now);
        return objection == null ? fit(wait.next(verdict, hint, now, random), now) : new Decision.GiveUp(objection);
    }

    /** The response is still at hand: better to give that to the caller than a refusal after the wait. */
    private Decision fit(Decision.Retry retry, Situation now) {
        if (retry.delayNanos() > now.spareNanos()) {
            return new Decision.GiveUp(Reason.DEADLINE);
        }
        long furtherWait = now.closedNanos() - retry.delayNanos();
        if (furtherWait > cooldownPatienceNanos || now.closedNanos() > now.spareNanos()) {
            return new Decision.GiveUp(Reason.COOLING_DOWN);
        }
        // The breaker is looked at when the cool-down is over.
        long begins = Math.max(retry.delayNanos(), now.closedNanos());
        return now.openNanos() > begins ? new Decision.GiveUp(Reason.CIRCUIT_OPEN) : retry;
    }
}
