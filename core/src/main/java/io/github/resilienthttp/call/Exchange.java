// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Experimental;

/**
 * What an adapter supplies for one request: the client's side of every step. Used by one thread at a time.
 *
 * @param <R> the client's response
 * @param <X> what the client throws besides unchecked exceptions
 */
@Experimental
public interface Exchange<R, X extends Exception> extends Outcomes<R> {
    /**
     * Sends the request anew, from pristine headers, and returns the response with its body unread. Must end within
     * {@link Call#attemptTimeoutNanos()} (0: no limit), however slowly bytes drip. {@link Call#decorate} names the header
     * fields to set on this attempt.
     *
     * @param attempt the attempt's number, from 1
     * @param call the call
     * @return the response, body unread
     * @throws X as the client does
     */
    R send(Call call, int attempt) throws X;

    /**
     * The first bytes of the body as sent, at most {@code maxBytes}, read for at most {@code maxNanos}; the body stays
     * whole for the caller. Empty where it is longer, or did not come in time.
     *
     * @param maxBytes the most to read
     * @param maxNanos the longest to read for, in nanoseconds
     * @param response a response of this client
     * @return the bytes, or none
     */
    byte[] peek(R response, int maxBytes, long maxNanos);

    /** A wait is about to begin: who wants to hear of an abort from outside listens from now on. Never throws. */
    default void waiting() {}

    /**
     * Gives a response up: its connection is made fit for reuse within {@code discard.max-drain} and
     * {@code discard.max-time}, else dropped. Never throws.
     *
     * @param response a response of this client
     */
    void discard(R response);
}
