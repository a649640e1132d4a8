// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.Plan;
import io.github.resilienthttp.policy.PlanWarnings;
import io.github.resilienthttp.policy.Policy;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what came into effect, and what of it can never happen. */
final class PlanNotes {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.resilienthttp.plan");

    private PlanNotes() {}

    static void tell(Collection<Policy> policies) {
        for (Policy policy : policies) {
            LOG.debug("{}", Plan.of(policy));
            PlanWarnings.of(policy).forEach(warning -> LOG.warn("client={} {}", policy.client(), warning));
        }
    }
}
