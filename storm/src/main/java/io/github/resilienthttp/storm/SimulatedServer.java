// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** The server of a scenario. */
final class SimulatedServer {
    /** What it takes to say no. */
    private static final long AT_ONCE = 5_000_000;

    private final Scenario scenario;
    private final ServerModel model;
    private final SimulatedTime time;
    private final RandomNumbers random;
    private final LongSupplier serviceTimes;
    private final Ledger ledger;
    private final long stormBegins;
    private final long stormEnds;
    private final Deque<Receiver> queue = new ArrayDeque<>();
    private int inFlight;
    private int busy;
    private long window = -1;
    private int inWindow;

    SimulatedServer(Scenario scenario, SimulatedTime time, long seed, Ledger ledger) {
        this.scenario = scenario;
        this.model = scenario.server();
        this.time = time;
        this.random = new RandomNumbers(seed, RandomNumbers.Purpose.SERVER);
        this.serviceTimes = model.capacity() instanceof Capacity.WorkerPool pool ? pool.serviceTimes(seed) : () -> 0;
        this.ledger = ledger;
        this.stormBegins = SimulatedTime.START + scenario.phases().calm().toNanos();
        this.stormEnds = stormBegins + scenario.phases().storm().toNanos();
    }

    int inFlight() {
        return inFlight;
    }

    void receive(Receiver client) {
        ledger.requested();
        boolean struck = stormy() && random.happens(scenario.weather().share());
        Weather.Kind fate = scenario.weather().kind();
        if (struck && fate != Weather.Kind.FAILS) {
            strike(fate, client);
            return;
        }
        WindowLimit limit = model.limit();
        if (limit != null && !admitted(limit)) {
            ledger.throttled();
            int seconds = limit.sayWhen() ? secondsToNext(limit) : 0;
            time.in(AT_ONCE, () -> client.hears(new Reply(Reply.Kind.RESPONSE, 429, seconds)));
            return;
        }
        if (model.capacity() instanceof Capacity.LoadedLatency latency) {
            long nanos =
                    latency.base().toNanos() + inFlight * latency.perInFlight().toNanos();
            inFlight++;
            time.in(slowed(nanos), () -> {
                inFlight--;
                finish(client);
            });
        } else if (model.capacity() instanceof Capacity.WorkerPool pool) {
            enqueue(pool, client);
        }
    }

    private boolean stormy() {
        return time.nanos() >= stormBegins && time.nanos() < stormEnds;
    }

    private long slowed(long nanos) {
        return stormy() ? (long) (nanos * scenario.weather().slowdown()) : nanos;
    }

    private void strike(Weather.Kind fate, Receiver client) {
        switch (fate) {
            case UNAVAILABLE -> time.in(AT_ONCE, () -> client.hears(Reply.response(503)));
            case REFUSES -> time.in(AT_ONCE, () -> client.hears(Reply.CONNECTION_REFUSED));
            default -> {
                // Silence: the client's timeout ends it.
            }
        }
    }

    private boolean admitted(WindowLimit limit) {
        long current = (time.nanos() - SimulatedTime.START) / limit.window().toNanos();
        if (current != window) {
            window = current;
            inWindow = 0;
        }
        if (inWindow == limit.requests()) {
            return false;
        }
        inWindow++;
        return true;
    }

    private int secondsToNext(WindowLimit limit) {
        long into = (time.nanos() - SimulatedTime.START) % limit.window().toNanos();
        return (int) ((limit.window().toNanos() - into + 999_999_999) / 1_000_000_000L);
    }

    private void enqueue(Capacity.WorkerPool pool, Receiver client) {
        if (busy == pool.workers() && queue.size() == pool.queue()) {
            time.in(AT_ONCE, () -> client.hears(Reply.response(503)));
            return;
        }
        inFlight++;
        if (busy == pool.workers()) {
            queue.add(client);
        } else {
            busy++;
            work(client);
        }
    }

    private void work(Receiver client) {
        time.in(slowed(serviceTimes.getAsLong()), () -> {
            inFlight--;
            finish(client);
            Receiver next = queue.poll();
            if (next == null) {
                busy--;
            } else {
                work(next);
            }
        });
    }

    private void finish(Receiver client) {
        boolean struck = stormy() && random.happens(scenario.weather().share());
        boolean fails = random.happens(model.failureRate())
                || (struck && scenario.weather().kind() == Weather.Kind.FAILS);
        boolean heard = client.hears(Reply.response(fails ? 500 : 200));
        ledger.worked(heard);
    }
}
