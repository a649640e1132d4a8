// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.hint.ErrorDetails;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns answers into what is shown of them. */
final class CallLines {
    private final Redaction redaction;

    CallLines(Redaction redaction) {
        this.redaction = redaction;
    }

    CallLine of(int call, Answer answer) {
        CallReport report = answer.report();
        Throwable failure = answer.failure();
        return new CallLine(
                call,
                answer.status() == 0 ? null : answer.status(),
                outcome(answer).label(),
                report == null ? null : report.reason().label(),
                failure == null ? null : redaction.describe(failure),
                report == null || report.notBefore() == null
                        ? null
                        : report.notBefore().toString(),
                millis(answer.elapsedNanos()),
                answer.body(),
                report == null
                        ? List.of(untouched(answer))
                        : report.attempts().stream().map(this::line).toList(),
                report == null ? "" : said(report.error()));
    }

    private static CallOutcome outcome(Answer answer) {
        CallReport report = answer.report();
        CallOutcome told = report == null ? null : report.outcome();
        if (answer.failure() == null) {
            return told == null ? byStatus(answer.status()) : told;
        }
        // What breaks a body off, or ends a chain of redirects, comes after the engine's last word.
        return told == CallOutcome.REFUSED ? CallOutcome.REFUSED : CallOutcome.FAILED;
    }

    private static CallOutcome byStatus(int status) {
        return status < 400 ? CallOutcome.SUCCESS : CallOutcome.FAILED;
    }

    private AttemptLine line(AttemptReport attempt) {
        Throwable failure = attempt.failure();
        return new AttemptLine(
                attempt.number(),
                millis(attempt.waitBeforeNanos()),
                attempt.waitBeforeSource() == null
                        ? null
                        : attempt.waitBeforeSource().label(),
                millis(attempt.startNanos()),
                millis(Math.max(attempt.startNanos(), attempt.endNanos())),
                attempt.status() == 0 ? null : attempt.status(),
                failure == null ? null : redaction.describe(failure),
                attempt.verdict().label(),
                attempt.decision().label());
    }

    /** With {@code mode=off} there is no report: one transmission, delivered. */
    private AttemptLine untouched(Answer answer) {
        Throwable failure = answer.status() == 0 ? answer.failure() : null;
        return new AttemptLine(
                1,
                0,
                null,
                0,
                millis(answer.elapsedNanos()),
                answer.status() == 0 ? null : answer.status(),
                failure == null ? null : redaction.describe(failure),
                verdict(answer.status(), failure).label(),
                AttemptDecision.DELIVER.label());
    }

    private static Verdict verdict(int status, @Nullable Throwable failure) {
        return Classifier.standard(
                failure == null ? StatusOnly.response(status) : Failures.classify(failure, link -> null));
    }

    private String said(@Nullable ErrorDetails error) {
        if (error == null) {
            return "";
        }
        String code = error.code() == null ? "" : " code=" + error.code();
        String request = error.requestId() == null ? "" : " requestId=" + error.requestId();
        // An API may well say which credentials it did not like.
        return redaction.clean((code + request).strip());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
