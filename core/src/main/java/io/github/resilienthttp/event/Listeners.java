// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Internal;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, whatever one of them throws. Immutable, thread-safe. */
@Internal
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<ResilienceListener> all;

    /**
     * The listeners to tell, in order.
     *
     * @param all the listeners
     */
    public Listeners(List<ResilienceListener> all) {
        this.all = List.copyOf(all);
    }

    /** {@return whether anybody is there: without, nothing need be built or timed for them} */
    public boolean listens() {
        return !all.isEmpty();
    }

    /**
     * See {@link ResilienceListener#onAttempt}.
     *
     * @param attempt the report of the attempt
     * @param client the name of the client
     * @param method the request's method
     */
    public void attempted(String client, String method, AttemptReport attempt) {
        tell(listener -> listener.onAttempt(client, method, attempt));
    }

    /**
     * See {@link ResilienceListener#onWait}.
     *
     * @param client the name of the client
     * @param nanos nanoseconds, 0 or more
     * @param source where the wait comes from
     */
    public void waiting(String client, WaitSource source, long nanos) {
        tell(listener -> listener.onWait(client, source, nanos));
    }

    /**
     * See {@link ResilienceListener#onCall}.
     *
     * @param call the report of the call
     */
    public void ended(CallReport call) {
        tell(listener -> listener.onCall(call));
    }

    private void tell(Consumer<ResilienceListener> what) {
        for (ResilienceListener listener : all) {
            try {
                what.accept(listener);
            } catch (Throwable e) {
                // Errors too, and what other languages throw unchecked: the response at hand matters more.
                LOG.warn("listener {} failed", listener.getClass().getName(), e);
            }
        }
    }
}
