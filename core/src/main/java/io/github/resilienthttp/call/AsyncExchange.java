// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Experimental;
import java.util.function.Consumer;

/**
 * What an adapter supplies for one request where its client calls back: the client's side of every step. Used by one thread at
 * a time, whichever that is; none of its methods blocks. What it is given to call may be called from any thread, inside the
 * very method too.
 *
 * @param <R> the client's response
 */
@Experimental
public interface AsyncExchange<R> extends Outcomes<R> {
    /**
     * Takes what came of one attempt: the first word counts.
     *
     * @param <R> the client's response
     */
    interface Answer<R> {
        /**
         * The attempt brought a response.
         *
         * @param response the response, body unread
         * @return false where it came too late: what holds it is the adapter's to let go
         */
        boolean answered(R response);

        /**
         * The attempt failed.
         *
         * @param failure what the client called back with, or threw
         * @return false where it came too late
         */
        boolean failed(Throwable failure);
    }

    /**
     * Sends the request anew, from pristine headers. {@code answer} must hear of it within
     * {@link Call#attemptTimeoutNanos()} (0: no limit), however slowly bytes drip. {@link Call#decorate} names the header
     * fields to set on this attempt. What it throws is the attempt's failure.
     *
     * @param call the call
     * @param attempt the attempt's number, from 1
     * @param answer to be told what came of it
     * @throws Exception as the client does
     */
    void send(Call call, int attempt, Answer<R> answer) throws Exception;

    /**
     * Reads the first bytes of the body as sent; the body stays whole for the caller. The driver waits for a bounded time
     * only; {@link #deliver} and {@link #discard} may come before the bytes do.
     *
     * @param response a response of this client
     * @param maxBytes the most to read
     * @param then takes all bytes of the body, or none where it is longer or broke off; called once
     */
    void peek(R response, int maxBytes, Consumer<byte[]> then);

    /**
     * Gives a response up: its connection is made fit for reuse within {@code discard.max-drain} and
     * {@code discard.max-time}, else dropped. Never throws.
     *
     * @param response a response of this client
     * @param then to be run once, when no connection is held any more
     */
    void discard(R response, Runnable then);

    /**
     * The call begins to wait: for adapters that must know which of their calls do. {@link Call#cancel} may be called in here.
     * Never throws.
     */
    default void waits() {}

    /** The wait has ended, at its time or sooner; another may follow. Never throws. */
    default void goesOn() {}

    /**
     * The end of the request, or of its hop: hands the response to the caller, whole. Never throws.
     *
     * @param response a response of this client
     */
    void deliver(R response);

    /**
     * The end of the request, or of its hop: hands the failure to the caller. Never throws.
     *
     * @param failure the client's own, earlier ones suppressed; else a {@link CallRefusedException}
     */
    void fail(Throwable failure);
}
