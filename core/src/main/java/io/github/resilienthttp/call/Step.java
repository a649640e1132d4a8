// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Experimental;

/** What a driver does next for a {@link Call}. */
@Experimental
public sealed interface Step {
    /**
     * Send the request, then call {@link Call#finished}.
     *
     * @param attempt the attempt's number, from 1
     */
    record Send(int attempt) implements Step {
        private static final Send[] SHARED = shared();

        private static Send[] shared() {
            Send[] steps = new Send[21];
            for (int n = 0; n < steps.length; n++) {
                steps[n] = new Send(n);
            }
            return steps;
        }

        static Send of(int attempt) {
            return attempt < SHARED.length ? SHARED[attempt] : new Send(attempt);
        }
    }

    /**
     * Discard the response at hand, if there is one; wait, holding no connection; then call {@link Call#resumed}.
     *
     * @param until the ticker time to resume at; sooner when {@link Call#onWake} fires
     * @param source where the wait comes from
     */
    record Wait(long until, WaitSource source) implements Step {}

    /** Hand the outcome of the last finished attempt to the caller, untouched: the response, or the exception. */
    record Deliver() implements Step {
        static final Deliver INSTANCE = new Deliver();
    }

    /**
     * Nothing is left to hand over: throw.
     *
     * @param failure the last exception of the client, else a {@link CallRefusedException}
     */
    record Refuse(Throwable failure) implements Step {}
}
