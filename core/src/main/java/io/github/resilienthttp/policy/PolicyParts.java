package io.github.resilienthttp.policy;

/** What the parts of a policy must have so that the engine does not misbehave, whoever makes them. */
final class PolicyParts {
    private PolicyParts() {}

    static void check(Policy.Timeouts timeout) {
        Check.positive(timeout.total(), "timeout.total");
        Check.positive(timeout.attempt(), "timeout.attempt");
    }

    static void check(Policy.Backoff backoff) {
        Check.notNegative(backoff.initial(), "backoff.initial");
        Check.atLeast(1.0, backoff.multiplier(), "backoff.multiplier");
        Check.notNegative(backoff.max(), "backoff.max");
    }

    static void check(Policy.Cooldown cooldown) {
        Check.notNegative(cooldown.maxWait(), "cooldown.max-wait");
        Check.atLeast(0, cooldown.maxWaiting(), "cooldown.max-waiting");
        Check.positive(cooldown.maxHold(), "cooldown.max-hold");
    }

    static void check(Policy.Budget budget) {
        Check.atLeast(0, budget.capacity(), "budget.capacity");
        Check.atLeast(0.0, budget.deposit(), "budget.deposit");
        Check.positive(budget.refillInterval(), "budget.refill-interval");
    }

    static void check(Policy.Breaker breaker) {
        Check.percentage(breaker.failureRate(), "circuit-breaker.failure-rate");
        Check.atLeast(1, breaker.minimumCalls(), "circuit-breaker.minimum-calls");
        Check.positive(breaker.openFor(), "circuit-breaker.open-for");
        Check.atLeast(1, breaker.halfOpenCalls(), "circuit-breaker.half-open-calls");
        Check.positive(breaker.slowCallDuration(), "circuit-breaker.slow-call-duration");
        Check.percentage(breaker.slowCallRate(), "circuit-breaker.slow-call-rate");
    }

    static void check(Policy.RateLimit limit) {
        Integer permits = limit.permits();
        Check.that(
                (permits == null) == (limit.period() == null), "rate-limit.permits and rate-limit.period go together");
        Check.atLeast(1, permits == null ? 1 : permits, "rate-limit.permits");
        Check.positive(limit.period(), "rate-limit.period");
        Check.notNegative(limit.maxWait(), "rate-limit.max-wait");
    }

    static void check(Policy.Discard discard) {
        Check.atLeast(0, discard.maxDrain(), "discard.max-drain");
        Check.notNegative(discard.maxTime(), "discard.max-time");
    }
}
