// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import static io.github.resilienthttp.event.CallReports.answered;
import static io.github.resilienthttp.event.CallReports.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.hint.ErrorDetails;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

class CallLogTest {
    @Test
    void aLineNamesEveryAttemptAndWait() {
        CallReport report = CallReports.of(
                CallOutcome.FAILED,
                Reason.ATTEMPTS_EXHAUSTED,
                answered(503, 0, null),
                answered(503, 104, WaitSource.BACKOFF),
                failed(new SocketTimeoutException("Read timed out"), 2_000, WaitSource.HINT));
        assertThat(LogLines.line(report))
                .isEqualTo("client=api method=GET scope=\"https://api.example\" outcome=failed"
                        + " reason=attempts-exhausted attempts=[503, +104ms backoff 503, +2000ms hint"
                        + " SocketTimeoutException]");
    }

    @Test
    void aRefusalHasNoAttempts() {
        assertThat(LogLines.line(CallReports.of(CallOutcome.REFUSED, Reason.COOLING_DOWN)))
                .endsWith(" outcome=refused reason=cooling-down attempts=[]");
    }

    @Test
    void notBeforeAndTheApisOwnWordsFollow() {
        Instant notBefore = Instant.parse("2026-01-31T00:00:00Z");
        ErrorDetails error = new ErrorDetails("quota", "Out of credits.", Map.of("f", "secret field"), "req-7");
        assertThat(LogLines.line(CallReports.telling(notBefore, error)))
                .endsWith(" attempts=[429] notBefore=2026-01-31T00:00:00Z code=quota requestId=req-7")
                .doesNotContain("secret field", "Out of credits");
    }

    @Test
    void whatTheApiDoesNotSayIsLeftOut() {
        ErrorDetails error = new ErrorDetails(null, null, Map.of(), null);
        assertThat(LogLines.line(CallReports.telling(null, error))).endsWith(" attempts=[429]");
    }

    @Test
    void nothingInAValueEndsItOrTheLine() {
        ErrorDetails error = new ErrorDetails("a b=\"c\"", null, Map.of(), "x\ny\u2028z\\ \u202Eétat");
        assertThat(LogLines.line(CallReports.telling(null, error)))
                .endsWith(" code=\"a b=\\\"c\\\"\" requestId=\"x\\u000ay\\u2028z\\\\ \\u202eétat\"");
    }

    @Test
    void nothingInAValueSteersATerminal() {
        ErrorDetails error = new ErrorDetails("\u001b[2J\u009b31m", null, Map.of(), "\u0000\u0007\u0085\u2029\u2066\b");
        assertThat(LogLines.line(CallReports.telling(null, error)))
                .endsWith(
                        " code=\"\\u001b[2J\\u009b31m\"" + " requestId=\"\\u0000\\u0007\\u0085\\u2029\\u2066\\u0008\"");
    }

    @Test
    void neitherAScopeNorAMethodCanForgeALine() {
        String line = LogLines.line(CallReports.named("GET\nWARN", "a\" outcome=success\r\n"));
        assertThat(line)
                .startsWith(
                        "client=api method=\"GET\\u000aWARN\" scope=\"a\\\" outcome=success\\u000d\\u000a\" outcome=")
                .doesNotContain("\n", "\r");
    }

    @Test
    void messagesOfExceptionsStayOutOfIt() {
        IOException failure = new IOException("connect to https://user:pass@host/path?token=1");
        assertThat(LogLines.line(CallReports.of(CallOutcome.FAILED, Reason.BUDGET_EXHAUSTED, failed(failure, 0, null))))
                .endsWith("attempts=[IOException]");
    }

    @Test
    void anAnonymousFailureHasAName() {
        IOException failure = new IOException("x") {
            private static final long serialVersionUID = 1L;
        };
        assertThat(LogLines.line(CallReports.of(CallOutcome.FAILED, Reason.BUDGET_EXHAUSTED, failed(failure, 0, null))))
                .endsWith("attempts=[CallLogTest$1]");
    }

    @Test
    void whatIsOnlyObservedSaysSo() {
        CallReport report = CallReports.observed(CallOutcome.SUCCESS, Reason.SUCCESS, Reason.COOLING_DOWN);
        assertThat(LogLines.line(report))
                .contains(" mode=observe outcome=success reason=success ")
                .endsWith(" wouldRefuse=cooling-down");
        assertThat(CallLog.levelOf(report)).isEqualTo(Level.INFO);
        assertThat(CallLog.levelOf(CallReports.observed(CallOutcome.FAILED, Reason.REJECTED, Reason.CIRCUIT_OPEN)))
                .isEqualTo(Level.INFO);
        assertThat(CallLog.levelOf(CallReports.observed(CallOutcome.SUCCESS, Reason.SUCCESS, null)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, SUCCESS, 1, ",
        "FAILED, REJECTED, 1, ",
        "FAILED, REJECTED, 2, DEBUG",
        "RECOVERED, RECOVERED, 2, DEBUG",
        "FAILED, CANCELLED, 1, DEBUG",
        "REFUSED, CANCELLED, 0, DEBUG",
        "REFUSED, CIRCUIT_OPEN, 0, INFO",
        "REFUSED, COOLING_DOWN, 0, INFO",
        "REFUSED, RATE_LIMITED, 0, INFO",
        "REFUSED, DEADLINE, 1, INFO",
        "FAILED, ATTEMPTS_EXHAUSTED, 3, WARN",
        "FAILED, NOT_IDEMPOTENT, 1, WARN",
        "FAILED, BUDGET_EXHAUSTED, 1, WARN",
        "FAILED, HINT_TOO_LONG, 1, WARN",
        "FAILED, DEADLINE, 2, WARN"
    })
    void theLevelSaysWhetherAnybodyNeedsToLook(CallOutcome outcome, Reason reason, int attempts, Level level) {
        AttemptReport[] all = new AttemptReport[attempts];
        for (int n = 0; n < attempts; n++) {
            all[n] = answered(503, 0, null);
        }
        assertThat(CallLog.levelOf(CallReports.of(outcome, reason, all))).isEqualTo(level);
    }
}
