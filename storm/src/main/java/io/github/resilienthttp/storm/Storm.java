// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Runs a scenario: a simulation of discrete events on one thread, without waiting and without a network. The same
 * scenario, contender and seed give the same result, on every machine; all contenders meet the same calls.
 */
@Experimental
public final class Storm {
    /** How long calls may take to end after the last has arrived. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final long SECOND = 1_000_000_000;

    private final Scenario scenario;
    private final SimulatedTime time = new SimulatedTime();
    private final Ledger ledger;
    private final SimulatedServer server;
    private final Iterator<Arrival> calls;
    private final List<Contender.Client> processes = new ArrayList<>();

    private Storm(Scenario scenario, Contender contender, long seed) {
        this.scenario = scenario;
        this.ledger = new Ledger(() -> time.nanos() - SimulatedTime.START, scenario);
        this.server = new SimulatedServer(scenario, time, seed, ledger);
        this.calls = Arrival.of(scenario, seed).iterator();
        World world =
                new SimulatedWorld(time, new RandomNumbers(seed, RandomNumbers.Purpose.CLIENTS), server, scenario);
        for (int n = 0; n < scenario.clients(); n++) {
            processes.add(contender.start(world));
        }
    }

    /**
     * Simulates.
     *
     * @param scenario the storm
     * @param contender what the clients do
     * @param seed of all that is random
     * @return what happened
     * @throws IllegalArgumentException where the contender's policy cannot be simulated
     */
    public static StormResult run(Scenario scenario, Contender contender, long seed) {
        return new StormResult(contender.name(), scenario, seed, new Storm(scenario, contender, seed).seconds());
    }

    private List<Second> seconds() {
        try {
            planNextCall();
            for (int second = 0; second < scenario.seconds(); second++) {
                // Its last nanosecond: what happens with the next stroke belongs to the next second.
                time.runUntil(SimulatedTime.START + (second + 1) * SECOND - 1);
                ledger.endOf(second, server.inFlight());
            }
            long last = time.nanos() + PATIENCE.toNanos();
            while (ledger.underWay() > 0 && time.nanos() < last) {
                time.runUntil(time.nanos() + SECOND);
            }
            return ledger.seconds();
        } finally {
            processes.forEach(Contender.Client::close);
        }
    }

    /** One at a time, so that those of one moment come after what was planned before. */
    private void planNextCall() {
        if (calls.hasNext()) {
            Arrival next = calls.next();
            time.start(SimulatedTime.START + next.nanos(), () -> {
                int second = ledger.called();
                processes.get(next.process()).call(ending -> ledger.ended(second, ending));
                planNextCall();
            });
        }
    }
}
