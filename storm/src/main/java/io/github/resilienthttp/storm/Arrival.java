// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a scenario, and whose it is.
 *
 * @param nanos when it arrives, from the beginning of the scenario
 * @param process which of the client processes makes it, from 0 on
 */
@Experimental
public record Arrival(long nanos, int process) {
    private static final long SECOND = 1_000_000_000;

    /**
     * All calls of a scenario, in order: Poisson arrivals at the highest rate, thinned out where it is lower.
     *
     * @param scenario the storm
     * @param seed of all that is random
     * @return the same calls for the same scenario and seed, on every machine
     */
    public static List<Arrival> of(Scenario scenario, long seed) {
        RandomNumbers moments = new RandomNumbers(seed, RandomNumbers.Purpose.ARRIVALS);
        RandomNumbers processes = new RandomNumbers(seed, RandomNumbers.Purpose.PROCESSES);
        double highest = Math.max(scenario.load().calm(), scenario.load().storm());
        long end = scenario.length().toNanos();
        List<Arrival> all = new ArrayList<>();
        for (long at = moments.exponential(SECOND / highest); at < end; at += moments.exponential(SECOND / highest)) {
            if (moments.happens(rate(scenario, at) / highest)) {
                all.add(new Arrival(at, processes.below(scenario.clients())));
            }
        }
        return List.copyOf(all);
    }

    private static double rate(Scenario scenario, long at) {
        long second = at / SECOND;
        boolean storm = second >= scenario.stormBegins() && second < scenario.stormEnds();
        return storm ? scenario.load().storm() : scenario.load().calm();
    }
}
