// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.util.concurrent.CompletableFuture;

/** A call of a client that calls back. For all adapters of such clients. Thread-safe. */
public final class CallbackCall implements Running {
    private final CompletableFuture<Ending> ending;
    private final Runnable cancel;

    /**
     * A call that was begun.
     *
     * @param ending completed with what the callback was given
     * @param cancel cancels the call as one does with this client
     */
    public CallbackCall(CompletableFuture<Ending> ending, Runnable cancel) {
        this.ending = ending;
        this.cancel = cancel;
    }

    @Override
    public Ending await() {
        return BlockingCall.await(ending);
    }

    @Override
    public boolean isDone() {
        return ending.isDone();
    }

    @Override
    public void cancel() {
        cancel.run();
    }

    @Override
    public void interrupt() {
        throw new UnsupportedOperationException("no thread waits for it");
    }
}
