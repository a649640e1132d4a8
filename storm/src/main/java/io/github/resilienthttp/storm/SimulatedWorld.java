// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import java.util.function.Consumer;

/** A client process in simulated time, against the modelled server. For the thread of the simulation. */
final class SimulatedWorld implements World {
    private final SimulatedTime time;
    private final RandomNumbers random;
    private final SimulatedServer server;
    private final long clientTimeout;

    SimulatedWorld(SimulatedTime time, RandomNumbers random, SimulatedServer server, Scenario scenario) {
        this.time = time;
        this.random = random;
        this.server = server;
        this.clientTimeout = scenario.clientTimeout().toNanos();
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public Timer timer() {
        return time;
    }

    @Override
    public double random() {
        return random.getAsDouble();
    }

    @Override
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
