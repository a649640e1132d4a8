// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Experimental;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Interprets the steps of a call on the calling thread. Stateless, thread-safe. */
@Experimental
public final class BlockingDriver {
    private final Time time;

    /**
     * A driver of the given clocks.
     *
     * @param time the clocks
     */
    public BlockingDriver(Time time) {
        this.time = time;
    }

    /**
     * Runs one request, or one hop of a redirect, through a call; does not close the call. A wait ends at once when the
     * thread is interrupted (the flag is set again) or the call is cancelled.
     *
     * @param <R> the client's response
     * @param <X> what the client throws besides unchecked exceptions
     * @param call the call
     * @param exchange the client's side
     * @param request the facts of the request
     * @return the response to hand to the caller, body unread
     * @throws X the client's own failure, earlier ones suppressed
     * @throws CallRefusedException where there is neither
     */
    public <R, X extends Exception> R execute(Call call, RequestView request, Exchange<R, X> exchange)
            throws X, IOException {
        Step step = call.begin(request);
        R response = null;
        Throwable failure = null;
        while (true) {
            if (step instanceof Step.Send send) {
                response = null;
                failure = null;
                try {
                    response = exchange.send(call, send.attempt());
                } catch (Throwable e) {
                    failure = e;
                }
                if (response == null) {
                    failure = failure == null ? new IllegalStateException("the client returned null") : failure;
                    step = call.finished(send.attempt(), exchange.failed(failure), exchange.replayable());
                } else {
                    step = answered(call, exchange, send.attempt(), response);
                }
            } else if (step instanceof Step.Wait wait) {
                if (response != null) {
                    exchange.discard(response);
                    response = null;
                }
                exchange.waiting();
                await(call, wait);
                step = call.resumed();
            } else if (step instanceof Step.Refuse refuse) {
                if (refuse.failure() instanceof CallRefusedException refusal) {
                    // Thrown here: each frame that an exception leaves costs about as much as the gates.
                    throw refusal;
                }
                throw BlockingDriver.<X>rethrow(refuse.failure());
            } else if (response != null) {
                return response;
            } else {
                throw BlockingDriver.<X>rethrow(failure == null ? new IllegalStateException("no outcome") : failure);
            }
        }
    }

    /** Whatever goes wrong with a response before anybody has decided on it: it is not left open. */
    private static <R, X extends Exception> Step answered(Call call, Exchange<R, X> exchange, int attempt, R response) {
        try {
            return look(call, exchange, attempt, response);
        } catch (RuntimeException | Error e) {
            exchange.discard(response);
            throw e;
        }
    }

    private static <R, X extends Exception> Step look(Call call, Exchange<R, X> exchange, int attempt, R response) {
        if (!Looks.wantsBody(call, exchange, response)) {
            return Looks.answered(call, exchange, attempt, response);
        }
        byte[] bytes = exchange.peek(response, Looks.LONGEST_ERROR_BODY, Looks.longestNanos(call));
        return Looks.answered(call, exchange, attempt, response, bytes);
    }

    private void await(Call call, Step.Wait wait) {
        Thread waiter = Thread.currentThread();
        call.onWake(() -> LockSupport.unpark(waiter));
        try {
            while (time.nanos() < wait.until() && !call.awake()) {
                time.park(wait.until());
            }
            if (waiter.isInterrupted()) {
                // During an attempt that did not heed it, before a wait too short to.
                call.cancel();
            }
        } catch (InterruptedException e) {
            waiter.interrupt();
            call.cancel();
        }
    }

    /** The client's exceptions come out as they went in, whatever their type; nothing is ever returned. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> RuntimeException rethrow(Throwable failure) throws X {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw (X) failure;
    }
}
