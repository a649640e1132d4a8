package io.github.resilienthttp.call;

import java.io.IOException;

/** Interprets the steps of a call on the calling thread. Stateless, thread-safe. */
public final class BlockingDriver {
    /** A driver of the given clocks. */
    public BlockingDriver(Time time) {}

    /** Runs one request, or one hop of a redirect, through a call; does not close the call. */
    public <R, X extends Exception> R execute(Call call, RequestView request, Exchange<R, X> exchange)
            throws X, IOException {
        throw new AssertionError();
    }
}
