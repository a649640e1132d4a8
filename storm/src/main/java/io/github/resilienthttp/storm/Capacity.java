// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How much a modelled server can do at a time. What it has begun it ends, whether or not its client still waits. */
@Experimental
public sealed interface Capacity {
    /**
     * Takes everything, and grows slower with each request under way: a request that arrives takes
     * {@code base + perInFlight × requests under way}, itself not counted. From {@code 1 / perInFlight} requests a
     * second on there is no end to it.
     *
     * @param base of a lone request, above 0
     * @param perInFlight for each other request, 0 or more
     */
    record LoadedLatency(Duration base, Duration perInFlight) implements Capacity {
        /**
         * Checks both.
         *
         * @param base of a lone request, above 0
         * @param perInFlight for each other request, 0 or more
         * @throws IllegalArgumentException where one is out of range
         */
        public LoadedLatency {
            Check.above0("base", base);
            Check.notBelow0("perInFlight", perInFlight);
        }
    }

    /**
     * Serves so many at a time and queues so many; who finds the queue full gets a 503 at once. Service times are
     * distributed exponentially.
     *
     * @param workers how many are served at a time, 1 or more
     * @param meanServiceTime of one request, above 0
     * @param queue how many wait at most, 0 or more
     */
    record WorkerPool(int workers, Duration meanServiceTime, int queue) implements Capacity {
        /**
         * Checks all three.
         *
         * @param workers how many are served at a time, 1 or more
         * @param meanServiceTime of one request, above 0
         * @param queue how many wait at most, 0 or more
         * @throws IllegalArgumentException where one is out of range
         */
        public WorkerPool {
            Check.between("workers", workers, 1, 1_000_000);
            Check.above0("meanServiceTime", meanServiceTime);
            Check.between("queue", queue, 0, 1_000_000);
        }

        /**
         * How long the workers take: a stream of its own, so that a server that is not simulated can take as long.
         *
         * @param seed of all that is random
         * @return gives the nanoseconds for one request after the other, in the order in which they are begun; not
         *     thread-safe
         */
        public LongSupplier serviceTimes(long seed) {
            RandomNumbers random = new RandomNumbers(seed, RandomNumbers.Purpose.SERVICE);
            return () -> random.exponential((double) meanServiceTime.toNanos());
        }
    }
}
