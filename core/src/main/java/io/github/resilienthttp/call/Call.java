package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Policy;
import java.util.function.BiConsumer;

/** The machine of one logical call. */
public final class Call {
    Call() {}

    /** Begins the call, or its next redirect hop: asks for leave to send. */
    public Step begin(RequestView request) {
        throw new AssertionError();
    }

    /** An attempt has ended. */
    public Step finished(int attempt, Outcome outcome, boolean replayable) {
        throw new AssertionError();
    }

    /** A wait has ended, at its time or sooner. */
    public Step resumed() {
        throw new AssertionError();
    }

    /** From any thread: ends the call; every permit goes back. The driver is woken where it waits. */
    public void cancel() {
        throw new AssertionError();
    }

    /** Ends the call: the report stands, the listeners are told. Harmless when repeated. */
    public void close() {
        throw new AssertionError();
    }

    /** What happened so far; final after {@link #close}. */
    public CallReport report() {
        throw new AssertionError();
    }

    /** Nanoseconds the attempt that was just begun may take up to the response head; 0: no limit. */
    public long attemptTimeoutNanos() {
        throw new AssertionError();
    }

    /** Names the header fields to set on an attempt: attempt header, idempotency key. */
    public void decorate(int attempt, BiConsumer<String, String> setHeader) {
        throw new AssertionError();
    }

    /** Whether the engine wants to read the body of this response before it decides. */
    public boolean wantsBody(int status, HeaderView headers) {
        throw new AssertionError();
    }

    /** What to run, once, when a wait may end sooner. */
    public void onWake(Runnable waker) {
        throw new AssertionError();
    }

    /** Whether the wait at hand may end now whatever its time. */
    public boolean awake() {
        throw new AssertionError();
    }

    /** The policy this call keeps to its end. */
    public Policy policy() {
        throw new AssertionError();
    }
}
