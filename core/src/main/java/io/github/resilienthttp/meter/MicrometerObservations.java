// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.event.CallObservation;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.stability.Stable;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Follows each attempt as an observation {@code resilient.http.attempt}: with a tracing bridge a client span of its own, whose
 * {@code traceparent} goes out with it. Its parent is the observation of the call: the one that is current when the call begins
 * where that sends a request itself (Spring's {@code http.client.requests}), else one named {@code resilient.http.call} below
 * whatever is current. No scope stays open on any thread. Thread-safe.
 */
@Stable
public final class MicrometerObservations implements Observations {
    private final ObservationRegistry registry;

    private MicrometerObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * Observations in a registry.
     *
     * @param registry the registry
     * @return what to give to the builder of a front door
     */
    public static MicrometerObservations of(ObservationRegistry registry) {
        return new MicrometerObservations(registry);
    }

    @Override
    public @Nullable CallObservation begin(String client, String method) {
        if (registry.isNoop()) {
            return null;
        }
        Observation current = registry.getCurrentObservation();
        if (current != null && current.getContextView() instanceof SenderContext<?>) {
            return new ObservedAttempts(registry, client, current, null);
        }
        Observation own = Observation.createNotStarted("resilient.http.call", registry)
                .contextualName("resilient-http " + AttemptAttributes.method(method))
                .lowCardinalityKeyValue(AttemptAttributes.CLIENT, client)
                .lowCardinalityKeyValue(AttemptAttributes.METHOD, AttemptAttributes.method(method))
                .start();
        // One that the application filters out has no place in a trace: its attempts hang on what is above it.
        Observation parent = current != null && own.isNoop() ? current : own;
        return new ObservedAttempts(registry, client, parent, own);
    }
}
