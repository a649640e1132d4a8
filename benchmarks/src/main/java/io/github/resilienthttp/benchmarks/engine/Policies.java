// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;

/** The policies of our rows: the defaults, and what a row needs to differ in. */
public final class Policies {
    /** The client of all rows. */
    public static final String CLIENT = "default";

    private Policies() {}

    /** {@return retry, breaker, cool-down, budget and deadline: the defaults} */
    public static PolicyBuilder standard() {
        return Policy.builder(CLIENT);
    }

    /** {@return the same and a rate limit that makes nobody wait below nine million calls a second: the largest there is} */
    public static PolicyBuilder limited() {
        return limited("sliding");
    }

    /**
     * The same with a window of the given kind.
     *
     * @param window sliding or fixed
     * @return a builder
     */
    public static PolicyBuilder limited(String window) {
        return standard()
                .set("rate-limit.permits", "100000")
                .set("rate-limit.period", "10ms")
                // More than a call from memory takes: without it each of them would be late, and be moved.
                .set("rate-limit.margin", "PT0.0001S")
                .set("rate-limit.window", window);
    }

    /** {@return retries at once where the random number is 0, paid from no budget, by a breaker that never opens} */
    static PolicyBuilder retriesAtOnce() {
        return standard()
                .set("backoff.initial", "1ms")
                .set("budget.enabled", "false")
                .set("circuit-breaker.failure-rate", "100");
    }

    /** {@return one attempt, and hints that close nothing} */
    static PolicyBuilder hintsOnly() {
        return standard()
                .set("retry.max-attempts", "1")
                .set("cooldown.enabled", "false")
                .set("circuit-breaker.enabled", "false");
    }
}
