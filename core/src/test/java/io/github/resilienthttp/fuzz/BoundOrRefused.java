// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.hint.ErrorDetailsReader;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Plan;
import io.github.resilienthttp.policy.PlanWarnings;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import io.github.resilienthttp.policy.WorstCase;
import java.util.function.Supplier;

/** What holds of every configuration: it is bound and can be used, or it is refused with faults of one line each. */
final class BoundOrRefused {
    private static final int LONGEST_LINE = 4_000;

    private BoundOrRefused() {}

    static void check(Supplier<ResilientHttpConfig> binding) {
        ResilientHttpConfig config;
        try {
            config = binding.get();
        } catch (InvalidConfigurationException refused) {
            Claim.that(!refused.faults().isEmpty(), refused);
            refused.faults().forEach(fault -> {
                Claim.that(!fault.problem().isBlank() && !fault.problem().equals("null"), fault);
                Claim.that(fault.toString().length() < LONGEST_LINE && Claim.isPlain(fault.toString()), fault);
            });
            return;
        }
        config.clients().values().forEach(BoundOrRefused::use);
    }

    private static void use(Policy policy) {
        Claim.that(policy.toBuilder().build().equals(policy), policy);
        String plan = Plan.of(policy);
        Claim.that(plan.startsWith(policy.client()) && Claim.isPlain(plan), plan);
        Claim.that(PlanWarnings.of(policy).stream().allMatch(Claim::isPlain), policy);
        Claim.that(WorstCase.of(policy).worstCaseMillis() > 0, policy);
        Claim.that(new RetryRules(policy) != null, policy);
        Claim.that(new HintReader(policy.hint()) != null, policy);
        Claim.that(new ErrorDetailsReader(policy.error()) != null, policy);
    }
}
