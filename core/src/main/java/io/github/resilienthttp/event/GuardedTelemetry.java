// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever it guards may throw: that is logged, and changes nothing for the call. Thread-safe. */
@Internal
public final class GuardedTelemetry implements ClientTelemetry {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTelemetry.class);

    private final ClientTelemetry told;

    /**
     * Guards a telemetry.
     *
     * @param told what is told of everything
     */
    public GuardedTelemetry(ClientTelemetry told) {
        this.told = told;
    }

    private void failed(Throwable e) {
        LOG.warn("telemetry {} failed", told.getClass().getName(), e);
    }

    @Override
    public void attemptBegan() {
        try {
            told.attemptBegan();
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void attemptEnded(AttemptOutcome outcome, boolean extra, long nanos) {
        try {
            told.attemptEnded(outcome, extra, nanos);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void waitBegan() {
        try {
            told.waitBegan();
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void waitEnded(WaitSource source, long nanos) {
        try {
            told.waitEnded(source, nanos);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void retried(Verdict cause) {
        try {
            told.retried(cause);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void suppressed(Reason reason) {
        try {
            told.suppressed(reason);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void refused(Reason reason) {
        try {
            told.refused(reason);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void hinted(boolean honoured, long millis) {
        try {
            told.hinted(honoured, millis);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void callEnded(RequestMethod method, CallOutcome outcome, long nanos) {
        try {
            told.callEnded(method, outcome, nanos);
        } catch (Throwable e) {
            failed(e);
        }
    }

    @Override
    public void close() {
        try {
            told.close();
        } catch (Throwable e) {
            failed(e);
        }
    }
}
