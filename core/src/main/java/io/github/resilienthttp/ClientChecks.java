// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import io.github.resilienthttp.policy.Origin;
import io.github.resilienthttp.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can only be wrong between clients, or between a client and its surroundings. */
final class ClientChecks {
    private ClientChecks() {}

    /** @throws IllegalArgumentException naming every fault at once */
    static void check(Collection<Policy> policies, boolean readsJson) {
        List<String> faults = new ArrayList<>();
        Map<Origin, String> owners = new HashMap<>();
        for (Policy policy : policies) {
            for (Origin origin : policy.origins()) {
                String owner = owners.put(origin, policy.client());
                if (owner != null) {
                    faults.add("clients " + owner + " and " + policy.client() + " both have the origin " + origin);
                }
            }
            if (!readsJson && namesPointers(policy)) {
                faults.add("client " + policy.client() + " names JSON pointers of its own, but there is no JSON parser:"
                        + " add tools.jackson.core:jackson-core to the class path");
            }
        }
        refuse(faults);
    }

    /** @throws IllegalArgumentException with what every single check has to say */
    static void checkEach(Collection<Policy> policies, Consumer<Policy> check) {
        List<String> faults = new ArrayList<>();
        for (Policy policy : policies) {
            try {
                check.accept(policy);
            } catch (IllegalArgumentException refused) {
                faults.add("client " + policy.client() + ": " + refused.getMessage());
            }
        }
        refuse(faults);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
    }

    private static boolean namesPointers(Policy policy) {
        Policy.ErrorPointers error = policy.error();
        List<String> always = Policy.builder(policy.client()).build().hint().bodyPointers();
        return !always.containsAll(policy.hint().bodyPointers())
                || Stream.of(error.code(), error.message(), error.fields(), error.requestId())
                        .anyMatch(Objects::nonNull);
    }
}
