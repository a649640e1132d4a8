// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.Plan;
import io.github.resilienthttp.policy.PlanWarnings;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.WorstCase;
import java.util.List;

/**
 * All that can be said of a client beforehand.
 *
 * @param client its name
 * @param plan the policy in one line
 * @param worst the longest a call may take
 * @param warnings what can never happen although it is configured
 * @param table what follows each outcome; without rows where {@code mode=off} keeps the engine out of it
 */
public record ClientPlan(String client, String plan, WorstCase worst, List<String> warnings, OutcomeTable table) {
    /**
     * Works it out.
     *
     * @param policy of the client
     * @return what will happen
     */
    public static ClientPlan of(Policy policy) {
        return new ClientPlan(
                policy.client(),
                Plan.of(policy),
                WorstCase.of(policy),
                PlanWarnings.of(policy),
                policy.mode() == Mode.OFF ? OutcomeTable.NONE : OutcomeTable.of(policy));
    }
}
