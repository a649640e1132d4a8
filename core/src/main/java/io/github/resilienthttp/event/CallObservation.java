// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.stability.Experimental;
import java.util.function.BiConsumer;

/** Follows one call. Used by one thread at a time, not always the same; must leave nothing behind on any. */
@Experimental
public interface CallObservation {
    /**
     * A request of the call is about to be sent: its first, a repeated one, or the next hop of a redirect.
     *
     * @param target the address it goes to
     * @param setHeader takes name and value of header fields to set on this request; replaces what is there
     * @return what follows it; it is told of the end once
     */
    AttemptObservation attempt(AttemptTarget target, BiConsumer<String, String> setHeader);

    /**
     * The call has ended; told once.
     *
     * @param outcome how it ended
     * @param reason why it ended so
     */
    void ended(CallOutcome outcome, Reason reason);
}
