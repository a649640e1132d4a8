// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import io.github.resilienthttp.call.ClientParts;
import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.config.PropertiesFile;
import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Stable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ResilientHttp}. For one thread at a time. */
@Stable
public final class ResilientHttpBuilder {
    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final List<ResilienceListener> listeners = new ArrayList<>();
    private Resilience4jRegistries registries = Resilience4jRegistries.own();
    private Time time = Time.system();
    private @Nullable Classifier classifier;
    private @Nullable Telemetry telemetry;
    private @Nullable Observations observations;
    private int scopes = Gatehouse.DEFAULT_SCOPES;
    private boolean logs = true;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    ResilientHttpBuilder() {}

    /**
     * Adds a client, or replaces the one of its name.
     *
     * @param policy the policy
     * @return this
     */
    public ResilientHttpBuilder client(Policy policy) {
        policies.put(policy.client(), policy);
        return this;
    }

    /**
     * Adds the clients of a configuration, replacing those of their names.
     *
     * @param config the configuration
     * @return this
     */
    public ResilientHttpBuilder config(ResilientHttpConfig config) {
        config.clients().values().forEach(this::client);
        return this;
    }

    /**
     * Adds the clients of a properties file, replacing those of their names.
     *
     * @param file the path of the file
     * @return this
     * @throws InvalidConfigurationException naming every fault of it at once
     */
    public ResilientHttpBuilder properties(Path file) {
        return config(PropertiesFile.read(file).bind());
    }

    /**
     * Adds a listener that is told of every decision.
     *
     * @param listener the listener
     * @return this
     */
    public ResilientHttpBuilder listener(ResilienceListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Counts and times what the clients do: {@code MicrometerTelemetry.of(registry)} with Micrometer. Its meters go when
     * what is built is closed. None unless told otherwise.
     *
     * @param meters the telemetry; thread-safe
     * @return this
     */
    public ResilientHttpBuilder telemetry(Telemetry meters) {
        telemetry = meters;
        return this;
    }

    /**
     * Follows calls and attempts as traces: {@code MicrometerObservations.of(registry)} with Micrometer. Nobody unless told
     * otherwise.
     *
     * @param follower the observations; thread-safe
     * @return this
     */
    public ResilientHttpBuilder observations(Observations follower) {
        observations = follower;
        return this;
    }

    /**
     * An opinion on outcomes that is asked before the rules are.
     *
     * @param own the opinion; thread-safe
     * @return this
     */
    public ResilientHttpBuilder classifier(Classifier own) {
        classifier = own;
        return this;
    }

    /**
     * The application's own Resilience4j registries, so that its endpoints and meters see breakers and limiters.
     *
     * @param applications the registries
     * @return this
     */
    public ResilientHttpBuilder registries(Resilience4jRegistries applications) {
        registries = applications;
        return this;
    }

    /**
     * How many scopes each client keeps; 1000 unless told otherwise.
     *
     * @param most 1 or more
     * @return this
     */
    public ResilientHttpBuilder scopes(int most) {
        scopes = most;
        return this;
    }

    /**
     * Other clocks than the system's, for tests.
     *
     * @param clocks the clocks
     * @return this
     */
    @Experimental
    public ResilientHttpBuilder time(Time clocks) {
        time = clocks;
        return this;
    }

    /**
     * Other random numbers for jitter, from 0 inclusive to 1 exclusive, for tests; must be thread-safe.
     *
     * @param numbers the source of numbers
     * @return this
     */
    public ResilientHttpBuilder random(DoubleSupplier numbers) {
        random = numbers;
        return this;
    }

    /**
     * Whether calls that were retried, given up or refused write a line into the log; they do unless told otherwise.
     *
     * @param written whether to write
     * @return this
     */
    public ResilientHttpBuilder callLog(boolean written) {
        logs = written;
        return this;
    }

    /**
     * Builds it; a client {@code default} with the defaults is added where there is none.
     *
     * @return a new front door
     * @throws IllegalArgumentException where two clients have one origin, or a policy names a Resilience4j instance that
     *     cannot be used
     */
    public ResilientHttp build() {
        Map<String, Policy> all = new LinkedHashMap<>(policies);
        all.computeIfAbsent(
                ResilientHttp.DEFAULT_CLIENT, name -> Policy.builder(name).build());
        ClientChecks.check(all.values(), JsonSupport.find() != null);
        return new ResilientHttp(this, all);
    }

    ClientParts parts() {
        return new ClientParts(
                time, new Listeners(listeners), classifier, JsonSupport.find(), random, telemetry, observations, logs);
    }

    Time time() {
        return time;
    }

    int scopes() {
        return scopes;
    }

    Resilience4jRegistries registries() {
        return registries;
    }
}
