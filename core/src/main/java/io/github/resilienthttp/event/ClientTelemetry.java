// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Experimental;

/**
 * Is told by the engine itself what happens, call by call, on the thread where it happens: no reports are built for it, and a
 * call that goes well costs one more reading of the clock. Must be thread-safe, quick and must not block; what it throws is
 * logged and changes nothing. All times are nanoseconds, 0 or more. In {@code observe} a decision is told as it would have
 * been; what is sent and how long it took is told as it is.
 */
@Experimental
public interface ClientTelemetry extends AutoCloseable {
    /** A request is being sent, or sent again. */
    void attemptBegan();

    /**
     * What {@link #attemptBegan} began has ended; told once for each.
     *
     * @param outcome what came of it
     * @param extra whether the engine itself had it sent again
     * @param nanos from its start up to the response head, or the failure
     */
    void attemptEnded(AttemptOutcome outcome, boolean extra, long nanos);

    /** A call begins to wait. */
    void waitBegan();

    /**
     * What {@link #waitBegan} began has ended; told once for each.
     *
     * @param source where the wait came from
     * @param nanos how long it really was
     */
    void waitEnded(WaitSource source, long nanos);

    /**
     * An extra attempt is made.
     *
     * @param cause what the attempt before it had come to
     */
    void retried(Verdict cause);

    /**
     * An extra attempt was thinkable and is not made.
     *
     * @param reason why not
     */
    void suppressed(Reason reason);

    /**
     * A call was ended by the engine.
     *
     * @param reason why
     */
    void refused(Reason reason);

    /**
     * A response that was no success named a time to come back at.
     *
     * @param honoured whether the request is sent again, at that time or later
     * @param millis milliseconds, saturated
     */
    void hinted(boolean honoured, long millis);

    /**
     * A call has ended.
     *
     * @param method its method
     * @param outcome how it ended
     * @param nanos from its start to its response head, failure or refusal
     */
    void callEnded(RequestMethod method, CallOutcome outcome, long nanos);

    /** The client is gone; calls that are still under way may tell of their ends. */
    @Override
    void close();
}
