package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;

/**
 * What an adapter supplies for one request: the client's side of every step. Used by one thread at a time.
 *
 * @param <R> the client's response
 * @param <X> what the client throws besides unchecked exceptions
 */
public interface Exchange<R, X extends Exception> {
    /**
     * Sends the request anew, from pristine headers, and returns the response with its body unread. Must end within
     * {@link Call#attemptTimeoutNanos()} (0: no limit), however slowly bytes drip. {@link Call#decorate} names the header
     * fields to set on this attempt.
     */
    R send(Call call, int attempt) throws X;

    /** The status of a response. */
    int status(R response);

    /** A view of its header fields. */
    HeaderView headers(R response);

    /** What a failure of {@link #send} can have done. */
    Outcome.Failure failed(Throwable failure);

    /** Whether the body can be written again now. */
    boolean replayable();

    /**
     * The first bytes of the body as sent, at most {@code maxBytes}, read for at most {@code maxNanos}; the body stays
     * whole for the caller. Empty where it is longer, or did not come in time.
     */
    byte[] peek(R response, int maxBytes, long maxNanos);

    /**
     * Gives a response up: its connection is made fit for reuse within {@code discard.max-drain} and
     * {@code discard.max-time}, else dropped. Never throws.
     */
    void discard(R response);
}
