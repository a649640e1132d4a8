package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.policy.Policy;

/** Everything the calls of one client share. Thread-safe. */
public final class Gatehouse {
    private final Scopes scopes;

    Gatehouse(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The client's scopes. */
    public Scopes scopes() {
        return scopes;
    }

    /** The policy has changed: state whose own settings are the same lives on. */
    public void reconfigure(Policy policy) {
        throw new AssertionError();
    }

    /** A call has ended after so many attempts: Resilience4j's own retry meters stay right. */
    public void count(CallOutcome outcome, int attempts) {
        throw new AssertionError();
    }
}
