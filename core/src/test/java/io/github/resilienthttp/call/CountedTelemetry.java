// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptOutcome;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ClientGauges;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.RequestMethod;
import io.github.resilienthttp.event.Telemetry;
import java.util.ArrayList;
import java.util.List;

/** Counts what it is told, to be held against the reports of the same calls. For one thread. */
final class CountedTelemetry implements Telemetry, ClientTelemetry {
    private int sending;
    private int waiting;
    private final List<String> attempts = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<Reason> refused = new ArrayList<>();
    private int retried;
    private int suppressed;
    private long waitedNanos;
    private long callNanos;

    /** Meters and reports tell one story. */
    void assertTells(List<CallReport> reports) {
        assertThat(sending).isZero();
        assertThat(waiting).isZero();
        assertThat(attempts)
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .flatMap(report -> report.attempts().stream())
                        .map(CountedTelemetry::name)
                        .toList());
        assertThat(ended)
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .map(report -> report.method() + " " + report.outcome())
                        .toList());
        assertThat(callNanos)
                .as("a call ends with the last that is heard of it, and is closed then or later")
                .isBetween(
                        reports.stream().mapToLong(CountedTelemetry::lastEnd).sum(),
                        reports.stream().mapToLong(CallReport::elapsedNanos).sum());
        assertThat(refused)
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .filter(report -> report.outcome() == CallOutcome.REFUSED)
                        .map(CallReport::reason)
                        .toList());
        assertThat(retried)
                .isEqualTo(
                        attempts.stream().filter(one -> one.endsWith(" extra")).count());
        long planned = reports.stream()
                .flatMap(report -> report.attempts().stream())
                .filter(attempt -> attempt.decision() == AttemptDecision.RETRY)
                .count();
        long givenUp = reports.stream()
                .flatMap(report -> report.attempts().stream())
                .filter(attempt -> attempt.decision() == AttemptDecision.GIVE_UP)
                .count();
        assertThat(retried + suppressed).as("every retry that was not made").isEqualTo((int) (planned + givenUp));
        assertThat(waitedNanos)
                .isGreaterThanOrEqualTo(reports.stream()
                        .flatMap(report -> report.attempts().stream())
                        .mapToLong(AttemptReport::waitBeforeNanos)
                        .sum());
    }

    private static long lastEnd(CallReport report) {
        return report.attempts().stream()
                .mapToLong(AttemptReport::endNanos)
                .max()
                .orElse(0);
    }

    private static String name(AttemptReport attempt) {
        String outcome = AttemptOutcome.IO.name();
        if (attempt.status() > 0) {
            outcome = AttemptOutcome.ofStatus(attempt.status()).name();
        } else if (attempt.failure() != null && attempt.failure().getMessage().startsWith("timeout")) {
            outcome = AttemptOutcome.TIMEOUT.name();
        }
        return outcome + " " + (attempt.endNanos() - attempt.startNanos())
                + (attempt.number() > 1 ? " extra" : " first");
    }

    @Override
    public ClientTelemetry client(String client, ClientGauges gauges) {
        return this;
    }

    @Override
    public void attemptBegan() {
        sending++;
    }

    @Override
    public void attemptEnded(AttemptOutcome outcome, boolean extra, long nanos) {
        sending--;
        attempts.add(outcome + " " + nanos + (extra ? " extra" : " first"));
    }

    @Override
    public void waitBegan() {
        waiting++;
    }

    @Override
    public void waitEnded(WaitSource source, long nanos) {
        waiting--;
        waitedNanos += nanos;
    }

    @Override
    public void retried(Verdict cause) {
        retried++;
    }

    @Override
    public void suppressed(Reason reason) {
        suppressed++;
    }

    @Override
    public void refused(Reason reason) {
        refused.add(reason);
    }

    @Override
    public void hinted(boolean honoured, long millis) {
        assertThat(millis).isNotNegative();
    }

    @Override
    public void callEnded(RequestMethod method, CallOutcome outcome, long nanos) {
        ended.add(method.label() + " " + outcome);
        callNanos += nanos;
    }

    @Override
    public void close() {
        // Nothing was registered.
    }
}
