// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.stability.Experimental;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** Shows plans and scopes; changes nothing. Thread-safe. */
@Endpoint(id = "resilienthttp", defaultAccess = Access.READ_ONLY)
@Experimental
public final class ResilientHttpEndpoint {
    /** How many scopes of a client stand in the list of all clients. */
    static final int FEW = 50;

    private final ResilientHttp resilience;

    /**
     * An endpoint of one engine.
     *
     * @param resilience the engine
     */
    public ResilientHttpEndpoint(ResilientHttp resilience) {
        this.resilience = resilience;
    }

    /** {@return all clients, each with at most 50 of its scopes} */
    @ReadOperation
    public ClientsView clients() {
        Map<String, ClientView> clients = new LinkedHashMap<>();
        resilience.clients().forEach((name, client) -> clients.put(name, new Views(resilience).of(client, FEW)));
        return new ClientsView(clients);
    }

    /**
     * One client with all its scopes.
     *
     * @param client its name
     * @return the client; null, which is shown as not found, where there is none of that name
     */
    @ReadOperation
    public @Nullable ClientView client(@Selector String client) {
        ResilientClient found = resilience.clients().get(client);
        return found == null ? null : new Views(resilience).of(found, Integer.MAX_VALUE);
    }
}
