// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;

/**
 * A storm: a calm, what then befalls a server, and what follows. Calls arrive at random (Poisson) and independently of
 * how the earlier ones fare; each belongs to one of the client processes, which know nothing of each other. Immutable;
 * see {@link Scenarios}.
 *
 * @param name a word for reports
 * @param clients how many processes call, 1 to 1000
 * @param load how many calls arrive, of all processes together
 * @param server the server
 * @param weather what befalls it during the storm
 * @param clientTimeout the HTTP client's own limit for one attempt, above 0; the policy's {@code timeout.attempt} where
 *     that is shorter
 * @param phases how long all of it lasts
 */
@Experimental
public record Scenario(
        String name,
        int clients,
        Load load,
        ServerModel server,
        Weather weather,
        Duration clientTimeout,
        Phases phases) {

    /**
     * How many calls arrive in a second.
     *
     * @param calm before and after the storm, 0.1 to 100000
     * @param storm during the storm, the same range
     */
    public record Load(double calm, double storm) {
        /**
         * Checks both.
         *
         * @param calm before and after the storm
         * @param storm during the storm
         * @throws IllegalArgumentException where one is out of range
         */
        public Load {
            Check.between("calm calls a second", calm, 0.1, 100_000);
            Check.between("storm calls a second", storm, 0.1, 100_000);
        }
    }

    /**
     * How long a storm lasts, and what is around it.
     *
     * @param calm before it, whole seconds, 5 or more
     * @param storm itself, whole seconds, 1 or more
     * @param after it, whole seconds, 30 or more
     */
    public record Phases(Duration calm, Duration storm, Duration after) {
        /**
         * Checks all three.
         *
         * @param calm before it
         * @param storm itself
         * @param after it
         * @throws IllegalArgumentException where one is out of range
         */
        public Phases {
            Check.wholeSeconds("calm", calm, 5);
            Check.wholeSeconds("storm", storm, 1);
            Check.wholeSeconds("after", after, 30);
        }
    }

    /**
     * Checks the numbers.
     *
     * @param name a word for reports
     * @param clients how many processes call, 1 to 1000
     * @param load how many calls arrive
     * @param server the server
     * @param weather what befalls it during the storm
     * @param clientTimeout above 0
     * @param phases how long all of it lasts
     * @throws IllegalArgumentException where one is out of range
     */
    public Scenario {
        Check.between("clients", clients, 1, 1000);
        Check.above0("clientTimeout", clientTimeout);
    }

    /**
     * The same calls, spread over another number of processes.
     *
     * @param processes 1 to 1000
     * @return a copy
     */
    public Scenario withClients(int processes) {
        return new Scenario(name, processes, load, server, weather, clientTimeout, phases);
    }

    /**
     * Other rates of calls, of all processes together.
     *
     * @param calm calls a second before and after the storm, 0.1 to 100000
     * @param storm calls a second during the storm, the same range
     * @return a copy
     */
    public Scenario withCalls(double calm, double storm) {
        return new Scenario(name, clients, new Load(calm, storm), server, weather, clientTimeout, phases);
    }

    /**
     * Another server.
     *
     * @param model the server
     * @return a copy
     */
    public Scenario withServer(ServerModel model) {
        return new Scenario(name, clients, load, model, weather, clientTimeout, phases);
    }

    /**
     * Another fate of the server during the storm.
     *
     * @param fate what befalls it
     * @return a copy
     */
    public Scenario withWeather(Weather fate) {
        return new Scenario(name, clients, load, server, fate, clientTimeout, phases);
    }

    /**
     * Another limit of the HTTP client for one attempt.
     *
     * @param timeout above 0
     * @return a copy
     */
    public Scenario withClientTimeout(Duration timeout) {
        return new Scenario(name, clients, load, server, weather, timeout, phases);
    }

    /**
     * Other lengths.
     *
     * @param calm whole seconds, 5 or more
     * @param storm whole seconds, 1 or more
     * @param after whole seconds, 30 or more
     * @return a copy
     */
    public Scenario lasting(Duration calm, Duration storm, Duration after) {
        return new Scenario(name, clients, load, server, weather, clientTimeout, new Phases(calm, storm, after));
    }

    /** {@return how long all of it is} */
    public Duration length() {
        return phases.calm.plus(phases.storm).plus(phases.after);
    }

    /** In whole seconds from the beginning. */
    int stormBegins() {
        return (int) phases.calm.toSeconds();
    }

    int stormEnds() {
        return (int) phases.calm.plus(phases.storm).toSeconds();
    }

    int seconds() {
        return (int) length().toSeconds();
    }
}
