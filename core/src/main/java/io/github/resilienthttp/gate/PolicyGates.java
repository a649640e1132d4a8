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

    @Override
    public Gates create(String label, @Nullable Gates old) {
        String name = name(label);
        return new Gates(
                old != null && before != null && before.circuitBreaker().equals(policy.circuitBreaker())
                        ? old.breaker()
                        : registries.breaker(name, policy.circuitBreaker(), ticker),
                old != null && before != null && before.rateLimit().equals(policy.rateLimit())
                        ? old.limiter()
                        : registries.limiter(name, policy.rateLimit(), ticker),
                policy.rateLimit().maxWait().toNanos(),
                old != null && before != null && before.cooldown().equals(policy.cooldown())
                        ? old.cooldown()
                        : Cooldown.of(policy.cooldown()),
                old != null && before != null && before.budget().equals(policy.budget())
                        ? old.budget()
                        : TokenBucketBudget.of(policy.budget()));
    }

    @Override
    public void forget(String label, Gates gates) {
        registries.forget(name(label), gates.breaker(), gates.limiter());
    }

    private String name(String label) {
        return ScopeKey.WHOLE_CLIENT.equals(label) ? policy.client() : policy.client() + "|" + label;
    }
}
