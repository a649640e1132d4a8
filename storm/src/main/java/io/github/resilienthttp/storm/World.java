// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import io.github.resilienthttp.stability.Experimental;
import java.util.function.Consumer;

/**
 * What a client process has around it: clocks, random numbers and the way to the server. For the thread of the
 * simulation.
 */
@Experimental
public final class World {
    private final SimulatedTime time;
    private final RandomNumbers random;
    private final SimulatedServer server;
    private final long clientTimeout;

    World(SimulatedTime time, RandomNumbers random, SimulatedServer server, Scenario scenario) {
        this.time = time;
        this.random = random;
        this.server = server;
        this.clientTimeout = scenario.clientTimeout().toNanos();
    }

    /** {@return the clocks} */
    public Time time() {
        return time;
    }

    /** {@return what runs things later} */
    public Timer timer() {
        return time;
    }

    /** {@return a random number from 0 inclusive to 1 exclusive} */
    public double random() {
        return random.getAsDouble();
    }

    /**
     * Sends a request.
     *
     * @param timeoutNanos how long to wait for the answer, cut to the scenario's client timeout; 0: as long as that
     * @param then told once what came of it
     */
    public void send(long timeoutNanos, Consumer<Reply> then) {
        new Transmission(then).begin(timeoutNanos == 0 ? clientTimeout : Math.min(timeoutNanos, clientTimeout));
    }

    private final class Transmission implements Receiver {
        private final Consumer<Reply> then;
        private Timer.Planned patience = () -> {};
        private boolean over;

        Transmission(Consumer<Reply> then) {
            this.then = then;
        }

        void begin(long timeout) {
            patience = time.start(time.nanos() + timeout, () -> hears(Reply.TIMED_OUT));
            server.receive(this);
        }

        @Override
        public boolean hears(Reply answer) {
            boolean heard = !over;
            if (heard) {
                over = true;
                patience.cancel();
                then.accept(answer);
            }
            return heard;
        }
    }
}
