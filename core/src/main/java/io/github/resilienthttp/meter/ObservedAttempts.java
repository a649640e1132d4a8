// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptObservation;
import io.github.resilienthttp.event.AttemptTarget;
import io.github.resilienthttp.event.CallObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempts of one call, below one observation. For one thread at a time. */
final class ObservedAttempts implements CallObservation {
    private final ObservationRegistry registry;
    private final String client;
    private final Observation parent;
    private final @Nullable Observation own;
    private int resends;

    /** {@code own}: the call's observation where it is ours to end, else null. */
    ObservedAttempts(ObservationRegistry registry, String client, Observation parent, @Nullable Observation own) {
        this.registry = registry;
        this.client = client;
        this.parent = parent;
        this.own = own;
    }

    @Override
    public AttemptObservation attempt(AttemptTarget target, BiConsumer<String, String> setHeader) {
        RequestReplySenderContext<BiConsumer<String, String>, Integer> context =
                new RequestReplySenderContext<>((headers, name, value) -> {
                    if (headers != null) {
                        headers.accept(name, value);
                    }
                });
        context.setCarrier(setHeader);
        String method = AttemptAttributes.method(target.method());
        Observation attempt = Observation.createNotStarted("resilient.http.attempt", () -> context, registry)
                .parentObservation(parent)
                .contextualName(method)
                .lowCardinalityKeyValue(AttemptAttributes.CLIENT, client)
                .lowCardinalityKeyValue(AttemptAttributes.METHOD, method);
        AttemptAttributes.address(attempt, target);
        if (resends > 0) {
            attempt.highCardinalityKeyValue(AttemptAttributes.RESEND_COUNT, Integer.toString(resends));
        }
        resends++;
        // A tracing bridge prefers the span that is current on this thread to the parent that was named.
        Supplier<Observation> start = attempt::start;
        return new ObservedAttempt(parent.scoped(start), context);
    }

    @Override
    public void ended(CallOutcome outcome, Reason reason) {
        if (own != null) {
            own.highCardinalityKeyValue(AttemptAttributes.OUTCOME, outcome.label())
                    .highCardinalityKeyValue(AttemptAttributes.REASON, reason.label())
                    .stop();
        }
    }

    private record ObservedAttempt(
            Observation attempt, RequestReplySenderContext<BiConsumer<String, String>, Integer> context)
            implements AttemptObservation {
        @Override
        public void answered(int status) {
            context.setResponse(status);
            attempt.highCardinalityKeyValue(AttemptAttributes.STATUS, Integer.toString(status));
            if (status >= 400) {
                attempt.highCardinalityKeyValue(AttemptAttributes.ERROR, Integer.toString(status));
            }
            attempt.stop();
        }

        @Override
        public void failed(@Nullable Throwable failure) {
            if (failure != null) {
                attempt.highCardinalityKeyValue(
                                AttemptAttributes.ERROR, failure.getClass().getName())
                        .error(failure);
            } else {
                attempt.highCardinalityKeyValue(AttemptAttributes.ERROR, "cancelled");
            }
            attempt.stop();
        }
    }
}
