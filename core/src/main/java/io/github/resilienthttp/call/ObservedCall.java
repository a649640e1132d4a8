// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptObservation;
import io.github.resilienthttp.event.AttemptTarget;
import io.github.resilienthttp.event.CallObservation;
import io.github.resilienthttp.event.Observations;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that somebody follows, and the attempt that is under way: each is ended once, whatever the follower throws. */
final class ObservedCall {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedCall.class);

    private final CallObservation call;
    private @Nullable AttemptObservation attempt;

    private ObservedCall(CallObservation call) {
        this.call = call;
    }

    static @Nullable ObservedCall begin(Observations follower, String client, String method) {
        try {
            CallObservation followed = follower.begin(client, method);
            return followed == null ? null : new ObservedCall(followed);
        } catch (Throwable e) {
            LOG.warn("observations {} failed", follower.getClass().getName(), e);
            return null;
        }
    }

    void sending(RequestView request, BiConsumer<String, String> setHeader) {
        failed(null);
        try {
            attempt = call.attempt(
                    new AttemptTarget(request.method(), request.scheme(), request.host(), request.port()), setHeader);
        } catch (Throwable e) {
            logged(e);
        }
    }

    void answered(int status) {
        AttemptObservation ending = taken();
        if (ending != null) {
            try {
                ending.answered(status);
            } catch (Throwable e) {
                logged(e);
            }
        }
    }

    void failed(@Nullable Throwable failure) {
        AttemptObservation ending = taken();
        if (ending != null) {
            try {
                ending.failed(failure);
            } catch (Throwable e) {
                logged(e);
            }
        }
    }

    void ended(CallOutcome outcome, Reason reason) {
        failed(null);
        try {
            call.ended(outcome, reason);
        } catch (Throwable e) {
            logged(e);
        }
    }

    private @Nullable AttemptObservation taken() {
        AttemptObservation ending = attempt;
        attempt = null;
        return ending;
    }

    private void logged(Throwable e) {
        LOG.warn("observation {} failed", call.getClass().getName(), e);
    }
}
