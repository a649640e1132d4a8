package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.WaitSource;

/**
 * Is told of every decision, on the thread that took it. Must be thread-safe and quick, and must not block; what it
 * throws is logged and changes nothing. With any listener present each attempt costs one more reading of the clock.
 */
public interface ResilienceListener {
    /** An attempt has ended and what follows is decided. */
    default void onAttempt(String client, String method, AttemptReport attempt) {}

    /** A wait begins; {@code nanos} is what is planned, and may end sooner. */
    default void onWait(String client, WaitSource source, long nanos) {}

    /** A call has ended. */
    default void onCall(CallReport call) {}
}
