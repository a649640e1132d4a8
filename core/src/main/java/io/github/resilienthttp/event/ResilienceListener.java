// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Stable;

/**
 * Is told of every decision, on the thread that took it. Must be thread-safe and quick, and must not block; what it
 * throws is logged and changes nothing. With any listener present each attempt costs one more reading of the clock.
 */
@Stable
public interface ResilienceListener {
    /**
     * An attempt has ended and what follows is decided.
     *
     * @param attempt the report of the attempt
     * @param client the name of the client
     * @param method the request's method
     */
    default void onAttempt(String client, String method, AttemptReport attempt) {}

    /**
     * A wait begins; {@code nanos} is what is planned, and may end sooner.
     *
     * @param client the name of the client
     * @param nanos nanoseconds, 0 or more
     * @param source where the wait comes from
     */
    default void onWait(String client, WaitSource source, long nanos) {}

    /**
     * A call has ended.
     *
     * @param call the report of the call
     */
    default void onCall(CallReport call) {}
}
