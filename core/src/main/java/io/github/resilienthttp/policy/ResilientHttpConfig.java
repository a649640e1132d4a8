// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All clients of a configuration. Immutable.
 *
 * @param defaults what a client has that leaves everything out, under the name of the default client
 * @param clients the policies by name, in the order of the file; the default client is always among them
 */
@Experimental
public record ResilientHttpConfig(Policy defaults, Map<String, Policy> clients) {
    /** The client of requests that belong to no other. */
    public static final String DEFAULT_CLIENT = "default";

    /**
     * Copies the clients and checks that there is a default one.
     *
     * @param defaults what a client has that leaves everything out, under the name of the default client
     * @param clients the policies by name, in the order of the file; the default client is always among them
     */
    public ResilientHttpConfig {
        clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
        Check.that(clients.containsKey(DEFAULT_CLIENT), "there must be a client " + DEFAULT_CLIENT);
    }

    /**
     * The policy of a client.
     *
     * @param client its name
     * @return its policy
     * @throws IllegalArgumentException where there is no such client; lists those there are
     */
    public Policy policyFor(String client) {
        Policy policy = clients.get(client);
        if (policy == null) {
            String nearest = NearestName.among(clients.keySet(), client)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw new IllegalArgumentException("no client " + FaultText.shown(client) + nearest + " (known: "
                    + String.join(", ", clients.keySet()) + ")");
        }
        return policy;
    }

    /**
     * The policy of a request that names no client: that of the client that lists
     * its origin, else that of the default client.
     *
     * @param origin where the request goes
     * @return a policy
     */
    public Policy policyFor(Origin origin) {
        return clients.values().stream()
                .filter(policy -> policy.origins().contains(origin))
                .findFirst()
                .orElseGet(() -> policyFor(DEFAULT_CLIENT));
    }
}
