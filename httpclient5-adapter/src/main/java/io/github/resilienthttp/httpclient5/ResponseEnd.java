// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Watchdog;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What happens when nothing more comes of a response: its connection goes back or is dropped, then one is told. Once. Thread-safe. */
final class ResponseEnd {
    private final AsyncHop hop;
    private final AttemptRuntime runtime;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Runnable then;
    private volatile Watchdog.@Nullable Guard guard;
    private volatile boolean unwanted;

    ResponseEnd(AsyncHop hop, AttemptRuntime runtime) {
        this.hop = hop;
        this.runtime = runtime;
    }

    /** The response is given up: what to run once no connection is held. */
    void then(Runnable next) {
        then = next;
    }

    /** The caller has left: a response that is given up, now or later, need not be read to its end. */
    void cancelled() {
        unwanted = true;
        if (then != null) {
            drop();
        }
    }

    boolean unwanted() {
        return unwanted;
    }

    /** Lets it go by then, whatever has come. */
    void within(long nanos) {
        guard = hop.after(nanos, this::drop);
    }

    /** The end of a response that was given up, before it ended by itself. */
    void drop() {
        if (claim()) {
            runtime.end();
            goOn();
        }
    }

    /** The end of a response that was given up and came to its end, or broke off. */
    void letGo(@Nullable Exception broken) {
        if (claim()) {
            free(broken);
            goOn();
        }
    }

    private void goOn() {
        Watchdog.Guard armed = guard;
        if (armed != null) {
            armed.disarm();
        }
        Runnable next = then;
        if (next != null) {
            next.run();
        }
    }

    /** The end of a response that is the caller's. */
    void tellCaller(@Nullable Exception broken) {
        if (!claim()) {
            return;
        }
        free(broken);
        if (broken == null) {
            hop.caller().completed();
        } else {
            hop.caller().failed(broken);
        }
    }

    private boolean claim() {
        return told.compareAndSet(false, true);
    }

    private void free(@Nullable Exception broken) {
        if (broken == null) {
            runtime.releaseEndpoint();
        } else {
            runtime.end(broken);
        }
    }
}
