// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.stability.Internal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line for each call of a client that was retried, given up or refused; none for the others. Refusals of a scope that is
 * down are counted after the first, and told as sums. Holds no address, no header value, no body: names, statuses, classes of
 * exceptions, and the API's own code and request id. Thread-safe.
 */
@Internal
public final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.resilienthttp.calls");

    private final Logger log;
    private final RefusalBundles refusals = new RefusalBundles();

    /** The log of one client, {@code io.github.resilienthttp.calls}. */
    public CallLog() {
        this(LOG);
    }

    /**
     * The log of one client.
     *
     * @param log where the lines go
     */
    public CallLog(Logger log) {
        this.log = log;
    }

    /**
     * Writes the line of a call that deserves one.
     *
     * @param call the report of the call
     * @param now the ticker's time
     */
    public void write(CallReport call, long now) {
        Level level = levelOf(call);
        if (level == null || !log.isEnabledForLevel(level)) {
            return;
        }
        Reason refusal = refusal(call, level);
        List<RefusalBundles.Sum> due = new ArrayList<>(0);
        if (refusal == null || refusals.tellsAlone(call, refusal, now, due)) {
            log.atLevel(level).log(LogLines.line(call));
        }
        tell(due);
    }

    /**
     * Whether {@link #write} would look at such a call: where not, its report need not be made.
     *
     * @param outcome how it ended
     * @param reason why
     * @param attempts how many times it was sent
     * @param wouldRefuse why it would have been refused, or null
     * @return whether the log is open for it
     */
    public boolean writes(CallOutcome outcome, Reason reason, int attempts, @Nullable Reason wouldRefuse) {
        Level level = levelOf(outcome, reason, attempts, wouldRefuse);
        return level != null && log.isEnabledForLevel(level);
    }

    /** {@return whether a call that goes well has to be told} */
    public boolean pending() {
        return refusals.pending();
    }

    /**
     * A call went well: whatever was counted of its scope is told.
     *
     * @param scope the label of the scope
     * @param now the ticker's time
     */
    public void well(String scope, long now) {
        tell(refusals.well(scope, now));
    }

    /**
     * Tells what has been counted and not told.
     *
     * @param now the ticker's time
     */
    public void close(long now) {
        tell(refusals.close(now));
    }

    private void tell(List<RefusalBundles.Sum> sums) {
        for (RefusalBundles.Sum sum : sums) {
            log.atLevel(Level.INFO).log(LogLines.line(sum));
        }
    }

    /** Why the call would be one of many like it, or null: it was not sent, or would not have been. */
    private static @Nullable Reason refusal(CallReport call, Level level) {
        if (level != Level.INFO) {
            return null;
        }
        if (call.outcome() != CallOutcome.REFUSED) {
            return call.wouldRefuse();
        }
        return call.attempts().isEmpty() ? call.reason() : null;
    }

    static @Nullable Level levelOf(CallReport call) {
        return levelOf(call.outcome(), call.reason(), call.attempts().size(), call.wouldRefuse());
    }

    private static @Nullable Level levelOf(
            CallOutcome outcome, Reason reason, int attempts, @Nullable Reason wouldRefuse) {
        if (outcome == CallOutcome.REFUSED) {
            return reason == Reason.CANCELLED ? Level.DEBUG : Level.INFO;
        }
        if (outcome == CallOutcome.RECOVERED) {
            return Level.DEBUG;
        }
        // In observe mode it went through, but would have been refused.
        Level wellEnded = wouldRefuse == null ? null : Level.INFO;
        if (outcome == CallOutcome.SUCCESS) {
            return wellEnded;
        }
        return switch (reason) {
            case REJECTED -> attempts > 1 ? Level.DEBUG : wellEnded;
            case CANCELLED -> Level.DEBUG;
            default -> Level.WARN;
        };
    }
}
