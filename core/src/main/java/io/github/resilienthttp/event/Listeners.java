package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.WaitSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, whatever one of them throws. Immutable, thread-safe. */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<ResilienceListener> all;

    /** The listeners to tell, in order. */
    public Listeners(List<ResilienceListener> all) {
        this.all = List.copyOf(all);
    }

    /** Whether anybody is there: without, nothing need be built or timed for them. */
    public boolean listens() {
        return !all.isEmpty();
    }

    /** See {@link ResilienceListener#onAttempt}. */
    public void attempted(String client, String method, AttemptReport attempt) {
        tell(listener -> listener.onAttempt(client, method, attempt));
    }

    /** See {@link ResilienceListener#onWait}. */
    public void waiting(String client, WaitSource source, long nanos) {
        tell(listener -> listener.onWait(client, source, nanos));
    }

    /** See {@link ResilienceListener#onCall}. */
    public void ended(CallReport call) {
        tell(listener -> listener.onCall(call));
    }

    private void tell(Consumer<ResilienceListener> what) {
        for (ResilienceListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("listener {} failed", listener.getClass().getName(), e);
            }
        }
    }
}
