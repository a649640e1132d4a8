// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptOutcome;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.RequestMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client of one front door, at the meters of its name. */
final class MeteredClient implements ClientTelemetry {
    /** The longest hold of a scope: a number too large to hold must not spoil a sum for ever. */
    private static final double LONGEST_HINT_SECONDS = TimeUnit.DAYS.toSeconds(32);

    private final ClientMeters meters;
    private final Runnable leave;

    MeteredClient(ClientMeters meters, Runnable leave) {
        this.meters = meters;
        this.leave = leave;
    }

    @Override
    public void attemptBegan() {
        meters.sending.increment();
    }

    @Override
    public void attemptEnded(AttemptOutcome outcome, boolean extra, long nanos) {
        meters.sending.decrement();
        record((extra ? meters.extraAttempts : meters.firstAttempts).get(outcome), nanos);
    }

    @Override
    public void waitBegan() {
        meters.waiting.increment();
    }

    @Override
    public void waitEnded(WaitSource source, long nanos) {
        meters.waiting.decrement();
        record(meters.waits.get(source), nanos);
    }

    @Override
    public void retried(Verdict cause) {
        count(meters.retries.get(cause));
    }

    @Override
    public void suppressed(Reason reason) {
        count(meters.suppressed.get(reason));
    }

    @Override
    public void refused(Reason reason) {
        count(meters.refusals.get(reason));
    }

    @Override
    public void hinted(boolean honoured, long millis) {
        DistributionSummary hints = honoured ? meters.honouredHints : meters.otherHints;
        if (hints != null) {
            hints.record(Math.min(LONGEST_HINT_SECONDS, millis / 1e3));
        }
    }

    @Override
    public void callEnded(RequestMethod method, CallOutcome outcome, long nanos) {
        MetersBy<CallOutcome, Timer> calls = meters.calls.get(method);
        if (calls != null) {
            record(calls.get(outcome), nanos);
        }
    }

    private static void record(@Nullable Timer timer, long nanos) {
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void close() {
        leave.run();
    }
}
