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
            letGo(false);
        }
    }

    boolean unwanted() {
        return unwanted;
    }

    /** Lets it go by then, whatever has come. */
    void within(long nanos) {
        guard = hop.after(nanos, () -> letGo(false));
    }

    /** The end of a response that was given up. */
    void letGo(boolean whole) {
        if (!free(whole)) {
            return;
        }
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
        if (!free(broken == null)) {
            return;
        }
        if (broken == null) {
            hop.caller().completed();
        } else {
            hop.caller().failed(broken);
        }
    }

    private boolean free(boolean whole) {
        if (!told.compareAndSet(false, true)) {
            return false;
        }
        if (whole) {
            runtime.releaseEndpoint();
        } else {
            runtime.end();
        }
        return true;
    }
}
