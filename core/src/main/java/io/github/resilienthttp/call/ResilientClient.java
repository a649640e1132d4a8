package io.github.resilienthttp.call;

import io.github.resilienthttp.policy.Policy;

/** A named client at work: a policy and the state its calls share. Thread-safe. */
public final class ResilientClient {
    ResilientClient() {}

    /** Its name. */
    public String name() {
        throw new AssertionError();
    }

    /** The policy that new calls get. */
    public Policy policy() {
        throw new AssertionError();
    }

    /** Whether the engine has anything to do with such a request: not where the client is off or the request disabled. */
    public boolean active(CallOptions options) {
        throw new AssertionError();
    }

    /** Starts a call; its clock runs. Must be closed. */
    public Call newCall(CallOptions options) {
        throw new AssertionError();
    }
}
