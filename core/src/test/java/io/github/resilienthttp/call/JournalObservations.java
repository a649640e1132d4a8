// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptObservation;
import io.github.resilienthttp.event.AttemptTarget;
import io.github.resilienthttp.event.CallObservation;
import io.github.resilienthttp.event.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes down what it is told; throws at what it is told to throw at. */
final class JournalObservations implements Observations, CallObservation {
    final List<String> journal = new ArrayList<>();
    String failsAt = "nothing";
    private int attempts;

    private void note(String what) {
        journal.add(what);
        if (what.startsWith(failsAt)) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public CallObservation begin(String client, String method) {
        note("call " + client + " " + method);
        return this;
    }

    @Override
    public AttemptObservation attempt(AttemptTarget target, BiConsumer<String, String> setHeader) {
        int number = ++attempts;
        note("attempt " + number + " " + target.method() + " " + target.host());
        setHeader.accept("traceparent", "span-" + number);
        return new AttemptObservation() {
            @Override
            public void answered(int status) {
                note("answered " + number + " " + status);
            }

            @Override
            public void failed(@Nullable Throwable failure) {
                note("failed " + number + " " + (failure == null ? "-" : failure.getMessage()));
            }
        };
    }

    @Override
    public void ended(CallOutcome outcome, Reason reason) {
        note("ended " + outcome.label() + " " + reason.label());
    }
}
