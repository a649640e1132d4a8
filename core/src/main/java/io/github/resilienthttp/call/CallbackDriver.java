// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Experimental;

/** Interprets the steps of a call for clients that call back; no thread is held while a call waits. Thread-safe. */
@Experimental
public final class CallbackDriver {
    private final Time time;
    private final Timer timer;

    /**
     * A driver of the given clocks.
     *
     * @param time the clocks
     * @param timer ends waits
     */
    public CallbackDriver(Time time, Timer timer) {
        this.time = time;
        this.timer = timer;
    }

    /**
     * Runs one request, or one hop of a redirect, through a call; does not close the call. Returns at once; exactly one of
     * {@link AsyncExchange#deliver} and {@link AsyncExchange#fail} follows. {@link Call#cancel} ends a wait, on the timer's
     * thread; to close the timer ends all waits; either way with a {@link CallRefusedException} or the last failure.
     *
     * @param <R> the client's response
     * @param call the call
     * @param request the facts of the request
     * @param exchange the client's side
     */
    public <R> void execute(Call call, RequestView request, AsyncExchange<R> exchange) {
        new CallbackRun<>(call, exchange, time, timer).start(request);
    }

    /**
     * Goes on with something on the timer's thread: for adapters that are called on a thread that must not meet the caller's
     * code.
     *
     * @param action must not throw, and should not block
     */
    public void elsewhere(Runnable action) {
        timer.start(time.nanos(), action);
    }
}
