// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.event.ClientGauges;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;

/** Everything the calls of one client share: its scopes, and its counters in Resilience4j. Thread-safe. */
@Internal
public final class Gatehouse {
    /** How many scopes a client keeps unless told otherwise. */
    public static final int DEFAULT_SCOPES = 1000;

    private final Resilience4jRegistries registries;
    private final Ticker ticker;
    private final Scopes scopes;
    private final RetryCounters counters;
    private Policy policy;

    /**
     * The shared state of one client.
     *
     * @param capacity how many scopes it keeps, 1 or more
     * @param policy the policy
     * @param registries Resilience4j's registries
     * @param ticker the monotonic clock
     * @throws IllegalArgumentException where the policy names an instance that the registries do not know or that would not
     *     count failures, where the application has configured an instance of the client's name as well, or where a setting
     *     is out of range
     */
    public Gatehouse(Policy policy, int capacity, Resilience4jRegistries registries, Ticker ticker) {
        if (capacity < 1) {
            throw new IllegalArgumentException("scopes " + capacity + ": 1 or more is allowed");
        }
        PolicyGates gates = new PolicyGates(policy, null, registries, ticker);
        gates.check();
        this.policy = policy;
        this.registries = registries;
        this.ticker = ticker;
        this.counters = registries.retry(policy.client());
        this.scopes = new Scopes(policy.client(), capacity, gates);
    }

    /** {@return the client's scopes} */
    public Scopes scopes() {
        return scopes;
    }

    /** {@return its scopes as a few numbers, for meters} */
    public ClientGauges gauges() {
        return new ScopeGauges(scopes, ticker);
    }

    /**
     * Looks whether {@link #reconfigure} would be refused; changes nothing.
     *
     * @param changed the new policy
     * @throws IllegalArgumentException as {@link #reconfigure} would
     */
    public void check(Policy changed) {
        PolicyGates gates = new PolicyGates(changed, policy, registries, ticker);
        gates.check();
        scopes.check(gates);
    }

    /**
     * The policy has changed: state whose own settings are the same lives on. One thread at a time.
     *
     * @param changed the new policy
     * @throws IllegalArgumentException as the constructor; everything stays as it was then
     */
    public void reconfigure(Policy changed) {
        PolicyGates gates = new PolicyGates(changed, policy, registries, ticker);
        gates.check();
        scopes.reconfigure(gates);
        policy = changed;
    }

    /**
     * A call has ended: Resilience4j's own retry meters stay right.
     *
     * @param attempts how many were made; 0 where nothing was sent
     * @param outcome how it ended
     */
    public void count(CallOutcome outcome, int attempts) {
        boolean well = outcome == CallOutcome.SUCCESS || outcome == CallOutcome.RECOVERED;
        if (attempts <= 1) {
            if (well) {
                counters.succeeded();
            } else {
                counters.failed();
            }
            return;
        }
        RetryCounters.RetriedCall call = counters.retrying(0);
        for (int n = 2; n < attempts; n++) {
            call.retrying(0);
        }
        if (well) {
            call.succeeded();
        } else {
            call.failed(null);
        }
    }
}
