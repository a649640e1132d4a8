// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import java.net.URI;
import java.time.Duration;

/**
 * One of the four APIs, simulated on a free loopback port until it is closed. Errors, their bodies and header fields are
 * those that the API documents; paths and what selects a row of its table are the simulator's own. Thread-safe.
 */
public abstract class Upstream implements AutoCloseable {
    private final String client;
    private final Simulator simulator;

    Upstream(String client, Simulator simulator) {
        this.client = client;
        this.simulator = simulator;
    }

    /**
     * Its client in {@code upstreams.properties}.
     *
     * @return the client's name
     */
    public final String client() {
        return client;
    }

    /**
     * Where it listens.
     *
     * @return scheme, host and port
     */
    public final URI origin() {
        return simulator.origin();
    }

    /**
     * How many requests it has seen since it was started.
     *
     * @return 0 or more
     */
    public final long requests() {
        return simulator.requests();
    }

    /**
     * What it is in the middle of.
     *
     * @return {@code well}, or the name of the trouble
     */
    public final String doing() {
        return simulator.doing();
    }

    /** No trouble from now on. */
    public void well() {
        simulator.well();
    }

    /** Answers every request with the documented 5xx from now on. */
    public final void failing() {
        simulator.failing();
    }

    /**
     * Answers so many requests with the documented 5xx, then is well.
     *
     * @param times 1 to 5
     */
    public final void failing(int times) {
        simulator.failing(times);
    }

    /** Answers one request in three with the documented 5xx from now on. */
    public final void brownOut() {
        simulator.brownOut();
    }

    /**
     * Answers as ever, but late, from now on.
     *
     * @param answer how long each answer takes
     */
    public final void slow(Duration answer) {
        simulator.slow(answer);
    }

    /** Resets every connection once it has the request, from now on. */
    public final void down() {
        simulator.down();
    }

    /**
     * Is over its limit from now on, until {@link #well()}, and says so in its own way.
     *
     * @param seconds how long it asks to be left alone
     */
    public abstract void throttled(int seconds);

    @Override
    public void close() {
        simulator.close();
    }
}
