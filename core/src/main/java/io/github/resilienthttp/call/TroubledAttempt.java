// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.Decision;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.decision.Situation;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.hint.ServerHint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt that was no success, from its outcome to the next step: read the hint, settle, close the scope, decide, pay. */
final class TroubledAttempt {
    /** An attempt that had this long was the server's to answer: cut by the caller's deadline, it still counts as broken. */
    private static final long FAIR_CHANCE_NANOS = 1_000_000_000;

    private final Call call;
    private final ResilientClient client;
    private final Settings settings;
    private final Outcome outcome;
    private final long now;
    private final Verdict verdict;
    private final boolean cutByDeadline;
    private final ServerHint hint;

    /** Read where a hint needs it. */
    private @Nullable Instant received;

    TroubledAttempt(Call call, Verdict meaning, Outcome outcome) {
        this.call = call;
        this.client = call.client();
        this.settings = call.settings;
        this.outcome = outcome;
        this.now = client.time().nanos();
        this.cutByDeadline = meaning != Verdict.ENDED && cut();
        this.verdict = cutByDeadline ? Verdict.ENDED : meaning;
        this.hint = readHint();
    }

    private boolean cut() {
        if (!(outcome instanceof Outcome.Failure failure) || !failure.timeout()) {
            return false;
        }
        return call.allottedNanos() < Math.min(settings.attemptNanos, FAIR_CHANCE_NANOS) && now >= call.deadline;
    }

    private ServerHint readHint() {
        if (!(outcome instanceof Outcome.Response response)) {
            return ServerHint.none();
        }
        ServerHint told = settings.hints.mayTell(response.headers())
                ? settings.hints.readHeaders(response.status(), response.headers(), received())
                : ServerHint.none();
        if (response.body() == null || (verdict != Verdict.THROTTLED && verdict != Verdict.TRANSIENT)) {
            return told;
        }
        ServerHint inBody = settings.hints.readBody(response.body().json());
        if (inBody.kind() == ServerHint.Kind.FORBIDDEN && told.kind() == ServerHint.Kind.AFTER) {
            return new ServerHint(ServerHint.Kind.FORBIDDEN, told.delayMillis(), inBody.source());
        }
        return told.kind() == ServerHint.Kind.NONE || inBody.kind() == ServerHint.Kind.FORBIDDEN ? inBody : told;
    }

    private Instant received() {
        Instant known = received;
        if (known == null) {
            known = client.time().now();
            received = known;
        }
        return known;
    }

    Step decide(boolean replayable) {
        Step next = follow(replayable);
        if (hint.kind() == ServerHint.Kind.AFTER || hint.delayMillis() > 0) {
            boolean again = next instanceof Step.Wait || call.trouble().lastDecision == AttemptDecision.RETRY;
            Telling.hinted(call, again, hint.delayMillis());
        }
        return next;
    }

    private Step follow(boolean replayable) {
        Scope scope = call.scope();
        remember();
        long closedBefore = scope.closedUntil(now);
        closeScope(scope);
        settle(scope);
        if (verdict == Verdict.ENDED) {
            return giveUp(cutByDeadline ? Reason.DEADLINE : Reason.CANCELLED);
        }
        Situation situation = new Situation(
                call.attempt,
                call.idempotent,
                replayable,
                call.deadline - now,
                ahead(scope.openUntil(now)),
                ahead(closedBefore));
        Decision decision = settings.rules.decide(verdict, status(), hint, situation, client.random());
        if (decision instanceof Decision.GiveUp end) {
            switch (end.reason()) {
                case CIRCUIT_OPEN -> sayWhen(scope.openUntil(now));
                case COOLING_DOWN -> sayWhen(closedBefore);
                default -> {
                    // Nobody but the server says when, if anybody.
                }
            }
            return giveUp(end.reason());
        }
        Decision.Retry retry = (Decision.Retry) decision;
        // Asked while the response is still there to be given.
        long limitedUntil = scope.limitedUntil(
                Math.max(now + retry.delayNanos(), closedBefore),
                call.deadline - RetryRules.SMALLEST_ATTEMPT_NANOS,
                now);
        if (limitedUntil > 0) {
            sayWhen(limitedUntil);
            return giveUp(Reason.RATE_LIMITED);
        }
        if (!retry.free() && !scope.withdraw(now)) {
            return giveUp(Reason.BUDGET_EXHAUSTED);
        }
        if (settings.observe) {
            return CallEnding.giveUp(call, verdict, Reason.ATTEMPTS_EXHAUSTED, AttemptDecision.RETRY, now);
        }
        return CallEnding.retry(call, verdict, now + retry.delayNanos(), retry.source(), givenUp(), now);
    }

    private void remember() {
        Trouble trouble = call.trouble();
        trouble.notBefore = hint.delayMillis() > 0 ? NotBefore.after(received(), hint.delayMillis()) : null;
        if (outcome instanceof Outcome.Failure failure) {
            trouble.lastFailure = failure.cause();
            return;
        }
        trouble.lastFailure = null;
        Outcome.Response response = (Outcome.Response) outcome;
        RequestView request = call.request;
        trouble.error = response.body() == null || request == null
                ? null
                : Credentials.removed(
                        request.headers(),
                        settings.policy.scope().header(),
                        settings.errors.read(
                                response.body().contentType(), response.body().json()));
    }

    /** What keeps the next attempt from being made is over then; a later time that the server named stands. */
    private void sayWhen(long until) {
        Instant named = call.trouble().notBefore;
        Instant over = client.instantOf(until, now);
        if (until > now && (named == null || named.isBefore(over))) {
            call.trouble().notBefore = over;
        }
    }

    /** Whether this call is retried or not: the others are told too. */
    private void closeScope(Scope scope) {
        if (hint.delayMillis() > 0 && (verdict == Verdict.THROTTLED || verdict == Verdict.TRANSIENT)) {
            scope.close(Nanos.after(now, hint.delayMillis()), now);
        }
    }

    private void settle(Scope scope) {
        BreakerMark mark = cutByDeadline ? BreakerMark.NONE : Classifier.breakerMark(verdict, outcome);
        boolean answered = outcome instanceof Outcome.Response;
        Throwable cause = outcome instanceof Outcome.Failure failure ? failure.cause() : null;
        boolean throttled = verdict == Verdict.THROTTLED || hint.delayMillis() > 0;
        call.takePermit().settle(mark, now - call.attemptStart, cause, answered, throttled, sent(), now);
        if (verdict == Verdict.REJECTED) {
            scope.deposit();
        }
    }

    private boolean sent() {
        if (!(outcome instanceof Outcome.Failure failure)) {
            return true;
        }
        return failure.kind() != FailureKind.UNREACHABLE
                && failure.kind() != FailureKind.LOCAL
                && failure.kind() != FailureKind.INVALID_REQUEST;
    }

    private int status() {
        return outcome instanceof Outcome.Response response ? response.status() : 0;
    }

    private long ahead(long until) {
        return until == Long.MAX_VALUE ? until : Math.max(0, until - now);
    }

    private Step giveUp(Reason reason) {
        boolean neverRepeated = reason == Reason.REJECTED || reason == Reason.PERMANENT || reason == Reason.LOCAL;
        return CallEnding.giveUp(
                call, verdict, reason, neverRepeated ? AttemptDecision.DELIVER : AttemptDecision.GIVE_UP, now);
    }

    private @Nullable GivenUp givenUp() {
        return outcome instanceof Outcome.Response response
                ? new GivenUp(response.status(), response.headers(), call.trouble().error)
                : null;
    }
}
