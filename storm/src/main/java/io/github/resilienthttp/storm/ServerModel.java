// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A modelled server.
 *
 * @param capacity how much it can do
 * @param failureRate the share of requests that end in a 500 after all the work, 0 to 1, at all times
 * @param limit its quota; or null
 */
@Experimental
public record ServerModel(
        Capacity capacity, double failureRate, @Nullable WindowLimit limit) {
    /**
     * Checks the rate.
     *
     * @param capacity how much it can do
     * @param failureRate 0 to 1
     * @param limit its quota; or null
     * @throws IllegalArgumentException where the rate is out of range
     */
    public ServerModel {
        Check.between("failureRate", failureRate, 0, 1);
    }

    /**
     * A server that takes everything and grows slower with each request under way.
     *
     * @param base the latency of a lone request, above 0
     * @param perInFlight what each other request adds, 0 or more
     * @return a server that never fails
     */
    public static ServerModel loadedLatency(Duration base, Duration perInFlight) {
        return new ServerModel(new Capacity.LoadedLatency(base, perInFlight), 0, null);
    }

    /**
     * A server with a pool of workers and a bounded queue.
     *
     * @param workers 1 or more
     * @param meanServiceTime above 0
     * @param queue 0 or more
     * @return a server that fails only where its queue is full
     */
    public static ServerModel workers(int workers, Duration meanServiceTime, int queue) {
        return new ServerModel(new Capacity.WorkerPool(workers, meanServiceTime, queue), 0, null);
    }

    /**
     * The same with failures.
     *
     * @param rate the share of requests that end in a 500, 0 to 1
     * @return a copy
     */
    public ServerModel withFailureRate(double rate) {
        return new ServerModel(capacity, rate, limit);
    }

    /**
     * The same with a quota.
     *
     * @param quota the quota
     * @return a copy
     */
    public ServerModel withLimit(WindowLimit quota) {
        return new ServerModel(capacity, failureRate, quota);
    }
}
