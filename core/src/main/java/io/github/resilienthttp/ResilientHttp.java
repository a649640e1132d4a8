// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import io.github.resilienthttp.call.BlockingDriver;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.CallbackDriver;
import io.github.resilienthttp.call.ClientParts;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.WaitTimer;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Origin;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Internal;
import io.github.resilienthttp.stability.Stable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The front door: named clients, each with a policy and the state its calls share. Built once, given to as many HTTP clients
 * as there are, closed with the application. Thread-safe.
 *
 * <pre>{@code
 * ResilientHttp resilience = ResilientHttp.fromProperties(Path.of("resilience.properties"));
 * CloseableHttpClient http = ResilientHttpClient5.install(HttpClients.custom(), resilience).build();
 * }</pre>
 */
@Stable
public final class ResilientHttp implements AutoCloseable {
    /** The client of requests that belong to no other. */
    public static final String DEFAULT_CLIENT = ResilientHttpConfig.DEFAULT_CLIENT;

    private final Map<String, ResilientClient> clients;
    private final Time time;
    private final Watchdog watchdog;
    private final WaitTimer waits;
    private final BlockingDriver blockingDriver;
    private final CallbackDriver callbackDriver;
    private volatile Map<Origin, ResilientClient> byOrigin;

    ResilientHttp(ResilientHttpBuilder built, Map<String, Policy> policies) {
        this.time = built.time();
        this.watchdog = new Watchdog(time);
        this.waits = new WaitTimer(time);
        this.blockingDriver = new BlockingDriver(time);
        this.callbackDriver = new CallbackDriver(time, waits);
        ClientParts parts = built.parts();
        Map<String, ResilientClient> all = new LinkedHashMap<>();
        try {
            policies.forEach((name, policy) -> all.put(
                    name,
                    new ResilientClient(
                            policy, new Gatehouse(policy, built.scopes(), built.registries(), time), parts)));
        } catch (RuntimeException | Error refused) {
            all.values().forEach(ResilientClient::close);
            throw refused;
        }
        this.clients = Collections.unmodifiableMap(all);
        this.byOrigin = index(clients);
    }

    private static Map<Origin, ResilientClient> index(Map<String, ResilientClient> clients) {
        Map<Origin, ResilientClient> index = new LinkedHashMap<>();
        for (ResilientClient client : clients.values()) {
            client.policy().origins().forEach(origin -> index.put(origin, client));
        }
        return Map.copyOf(index);
    }

    /** {@return one client, {@code default}, with the defaults} */
    public static ResilientHttp withDefaults() {
        return builder().build();
    }

    /**
     * The clients of a properties file, and {@code default}.
     *
     * @param file the path of the file
     * @return a new front door
     * @throws InvalidConfigurationException naming every fault of it at once
     */
    public static ResilientHttp fromProperties(Path file) {
        return builder().properties(file).build();
    }

    /** {@return for clients in code, listeners, registries of the application} */
    public static ResilientHttpBuilder builder() {
        return new ResilientHttpBuilder();
    }

    /**
     * A client by name.
     *
     * @param name the name of a client
     * @return the client, never null
     * @throws IllegalArgumentException naming those there are
     */
    public ResilientClient client(String name) {
        ResilientClient client = clients.get(name);
        if (client == null) {
            throw new IllegalArgumentException(
                    "unknown client \"" + name + "\"; there are " + String.join(", ", new TreeSet<>(clients.keySet())));
        }
        return client;
    }

    /**
     * The client a request belongs to: the one the options name, else the one whose origins hold the request's, else
     * {@code default}.
     *
     * @param port the port, or -1 for the scheme's own
     * @param host the host, in lower case where it is compared
     * @param options the settings of the request
     * @param scheme the scheme
     * @return the client, never null
     * @throws IllegalArgumentException where the options name a client that is not there
     */
    @Experimental
    public ResilientClient clientFor(CallOptions options, String scheme, String host, int port) {
        String named = options.client();
        if (named != null) {
            return client(named);
        }
        Map<Origin, ResilientClient> origins = byOrigin;
        if (!origins.isEmpty()) {
            int explicit = port > 0 ? port : "https".equalsIgnoreCase(scheme) ? 443 : 80;
            ResilientClient owner =
                    origin(scheme, host, explicit).map(origins::get).orElse(null);
            if (owner != null) {
                return owner;
            }
        }
        return client(DEFAULT_CLIENT);
    }

    /** Empty for an address that nobody can have configured: what is wrong with it is the HTTP client's to say. */
    private static Optional<Origin> origin(String scheme, String host, int port) {
        return scheme.isEmpty() || host.isEmpty() || port > 65_535
                ? Optional.empty()
                : Optional.of(new Origin(scheme, host, port));
    }

    /** {@return all clients by name, in the order of their configuration; immutable} */
    public Map<String, ResilientClient> clients() {
        return clients;
    }

    /** {@return the clocks} For adapters. */
    @Experimental
    public Time time() {
        return time;
    }

    /** {@return cuts attempts that overrun} For adapters. */
    @Internal
    public Watchdog watchdog() {
        return watchdog;
    }

    /** {@return runs calls on the calling thread} For adapters. */
    @Experimental
    public BlockingDriver blockingDriver() {
        return blockingDriver;
    }

    /** {@return runs calls of clients that call back} For adapters. */
    @Experimental
    public CallbackDriver callbackDriver() {
        return callbackDriver;
    }

    /**
     * Replaces the policy of the client of its name while calls run: calls under way keep theirs; breaker, budget,
     * cool-down and rate limit go on where their own settings are the same. Refused as a whole where anything is wrong
     * with it, and then nothing has changed.
     *
     * @param policy the policy
     * @throws IllegalArgumentException where there is no such client, another client has one of its origins, it names
     *     a Resilience4j instance that cannot be used, or it names JSON pointers and there is no JSON parser
     */
    public void replace(Policy policy) {
        replaceAll(List.of(policy));
    }

    /**
     * As {@link #replace}, for several clients at once: all of them or none, so that an origin may pass from one to another.
     *
     * @param policies the policies, each of another client
     * @throws IllegalArgumentException names every fault, a line each, as {@link #replace} would
     */
    public synchronized void replaceAll(Collection<Policy> policies) {
        Map<String, Policy> all = new LinkedHashMap<>();
        clients.forEach((name, client) -> all.put(name, client.policy()));
        policies.forEach(policy -> all.put(client(policy.client()).name(), policy));
        ClientChecks.check(all.values(), JsonSupport.find() != null);
        ClientChecks.checkEach(policies, policy -> client(policy.client()).check(policy));
        policies.forEach(policy -> client(policy.client()).replace(policy));
        byOrigin = index(clients);
    }

    /**
     * Ends the waits of clients that call back, exceptionally and at once, stops its threads and takes its meters out of
     * their registry. HTTP clients that use this object should be closed first: a blocking one that is still used goes on to
     * decide and retry, but no attempt of it is cut at {@code timeout.attempt} any more.
     */
    @Override
    public void close() {
        waits.close();
        watchdog.close();
        clients.values().forEach(ResilientClient::close);
    }
}
