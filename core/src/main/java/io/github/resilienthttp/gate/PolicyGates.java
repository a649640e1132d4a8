// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Makes the state of scopes as one policy asks for it. */
final class PolicyGates implements GatesFactory {
    private final Policy policy;
    private final @Nullable Policy before;
    private final Resilience4jRegistries registries;
    private final Ticker ticker;

    /**
     * @param before the policy that the state of older scopes was made for, or null
     */
    PolicyGates(Policy policy, @Nullable Policy before, Resilience4jRegistries registries, Ticker ticker) {
        this.policy = policy;
        this.before = before;
        this.registries = registries;
        this.ticker = ticker;
    }

    /** Tries what needs no name, so that settings which cannot work are refused before there is any scope. */
    void check() {
        Policy.Breaker breaker = policy.circuitBreaker();
        if (breaker.enabled() && breaker.instance() == null) {
            BreakerConfiguration.of(breaker, new OpenTime(breaker.openFor(), ticker), ticker);
        }
        if (policy.rateLimit().permits() != null && policy.rateLimit().instance() == null) {
            RateWindow.of(policy.rateLimit());
        }
        limiterPatience();
        Cooldown.of(policy.cooldown());
        TokenBucketBudget.of(policy.budget());
        registries.check(policy);
        registries.check(policy, policy.client());
    }

    @Override
    public void check(String label) {
        registries.check(policy, name(label));
    }

    @Override
    public Gates create(String label, @Nullable Gates old) {
        String name = name(label);
        Policy past = before;
        if (old == null || past == null) {
            return new Gates(
                    registries.breaker(name, policy.circuitBreaker(), ticker),
                    registries.limiter(name, policy.rateLimit(), ticker),
                    limiterPatience(),
                    Cooldown.of(policy.cooldown()),
                    TokenBucketBudget.of(policy.budget()));
        }
        boolean sameBreaker = past.circuitBreaker().equals(policy.circuitBreaker());
        boolean sameLimit = past.rateLimit().equals(policy.rateLimit());
        Gates gates = new Gates(
                sameBreaker ? old.breaker() : registries.breaker(name, policy.circuitBreaker(), ticker),
                sameLimit ? old.limiter() : registries.limiter(name, policy.rateLimit(), ticker),
                limiterPatience(),
                past.cooldown().equals(policy.cooldown()) ? old.cooldown() : Cooldown.of(policy.cooldown()),
                past.budget().equals(policy.budget()) ? old.budget() : TokenBucketBudget.of(policy.budget()));
        // What nothing was put in the place of must not stay behind in the registries.
        registries.forget(
                name,
                sameBreaker ? DisabledBreaker.INSTANCE : old.breaker(),
                sameLimit ? UnlimitedLimiter.INSTANCE : old.limiter());
        return gates;
    }

    private long limiterPatience() {
        return policy.rateLimit().maxWait().toNanos();
    }

    @Override
    public void forget(String label, Gates gates) {
        registries.forget(name(label), gates.breaker(), gates.limiter());
    }

    private String name(String label) {
        return ScopeKey.WHOLE_CLIENT.equals(label) ? policy.client() : policy.client() + "|" + label;
    }
}
