// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Experimental;

/**
 * Assertions on what a policy does to a struggling server, for tests with any framework.
 *
 * <pre>{@code
 * assertThatPolicy(policy).inScenario(overload()).amplifiesAtMost(1.1).recoversWithin(Duration.ofSeconds(20));
 * }</pre>
 */
@Experimental
public final class StormAssertions {
    private StormAssertions() {}

    /**
     * Begins an assertion on a policy, as the engine carries it out.
     *
     * @param policy the policy
     * @return what takes the scenario
     */
    public static Contestant assertThatPolicy(Policy policy) {
        return new Contestant(Contenders.engine(policy));
    }

    /**
     * Begins an assertion on anything that makes calls.
     *
     * @param contender what the clients do
     * @return what takes the scenario
     */
    public static Contestant assertThatContender(Contender contender) {
        return new Contestant(contender);
    }

    /**
     * Half an assertion: a scenario is missing.
     *
     * @param contender what the clients do
     */
    public record Contestant(Contender contender) {
        /**
         * Simulates.
         *
         * @param scenario the storm
         * @return what can be asserted of it
         */
        public StormAssert inScenario(Scenario scenario) {
            return new StormAssert(contender, scenario, 1, 2, 3, 4, 5);
        }
    }
}
