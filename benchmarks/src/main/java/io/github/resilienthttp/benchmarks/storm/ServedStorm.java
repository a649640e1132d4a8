// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.Capacity;
import io.github.resilienthttp.storm.Ledger;
import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Weather;
import io.github.resilienthttp.storm.WindowLimit;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * What a server does in a storm: as many threads as it has workers, each asleep for the time of its request, a bounded
 * queue before them, a quota. Shares no code with the simulated one, but takes as long for each request that it begins. What it has begun it ends, whether
 * or not its client still waits. Thread-safe.
 */
final class ServedStorm implements AutoCloseable {
    private final Scenario scenario;
    private final Stopwatch watch;
    private final LongSupplier serviceTimes;
    private final Random random;
    private final Ledger ledger;
    private final ThreadPoolExecutor workers;
    private final AtomicInteger inFlight = new AtomicInteger();
    /** Who waits for an answer that does not come; in order, for the server's one thread of input and output. */
    private final Queue<ServedExchange> silent = new ArrayDeque<>();

    private long requests;
    private int ended;
    private long window = -1;
    private int inWindow;

    ServedStorm(Scenario scenario, long seed, Stopwatch watch) {
        if (!(scenario.server().capacity() instanceof Capacity.WorkerPool pool)
                || scenario.weather().kind() == Weather.Kind.REFUSES) {
            throw new IllegalArgumentException(scenario.name() + ": only a pool of workers that listens can be served");
        }
        this.scenario = scenario;
        this.serviceTimes = pool.serviceTimes(seed);
        this.watch = watch;
        this.random = new Random(seed);
        this.ledger = new Ledger(watch::nanos, scenario);
        this.workers = new ThreadPoolExecutor(
                pool.workers(),
                pool.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Math.max(1, pool.queue())));
    }

    void receive(ServedExchange client) {
        boolean struck = struck();
        Weather.Kind fate = scenario.weather().kind();
        if (!admitted(struck && fate != Weather.Kind.FAILS, client)) {
            return;
        }
        inFlight.incrementAndGet();
        try {
            workers.execute(() -> work(client));
        } catch (RejectedExecutionException e) {
            inFlight.decrementAndGet();
            client.answer(503, 0);
        }
    }

    private boolean stormy() {
        long begins = scenario.phases().calm().toNanos();
        long now = watch.nanos();
        return now >= begins && now < begins + scenario.phases().storm().toNanos();
    }

    private boolean struck() {
        return stormy() && random.nextDouble() < scenario.weather().share();
    }

    private boolean admitted(boolean turnedAway, ServedExchange client) {
        int retryAfter = 0;
        boolean throttled;
        synchronized (this) {
            keepUp();
            requests++;
            ledger.requested();
            WindowLimit limit = scenario.server().limit();
            throttled = !turnedAway && limit != null && overLimit(limit);
            if (throttled) {
                ledger.throttled();
                retryAfter = limit != null && limit.sayWhen() ? secondsToNextWindow(limit) : 0;
            }
        }
        if (turnedAway) {
            turnAway(client);
        } else if (throttled) {
            client.answer(429, retryAfter);
        }
        return !turnedAway && !throttled;
    }

    private void turnAway(ServedExchange client) {
        if (scenario.weather().kind() == Weather.Kind.UNAVAILABLE) {
            client.answer(503, 0);
            return;
        }
        silent.add(client);
        for (ServedExchange first = silent.peek(); first != null && first.gone(); first = silent.peek()) {
            silent.remove(first);
            first.hangUp();
        }
    }

    private boolean overLimit(WindowLimit limit) {
        long current = watch.nanos() / limit.window().toNanos();
        inWindow = current == window ? inWindow + 1 : 1;
        window = current;
        return inWindow > limit.requests();
    }

    private int secondsToNextWindow(WindowLimit limit) {
        long left = limit.window().toNanos() - watch.nanos() % limit.window().toNanos();
        return (int) Math.ceil(left / 1e9);
    }

    private void work(ServedExchange client) {
        double slowdown = stormy() ? scenario.weather().slowdown() : 1;
        try {
            TimeUnit.NANOSECONDS.sleep((long) (nextServiceTime() * slowdown));
        } catch (InterruptedException e) {
            // The end of the run: nobody is told anything any more.
            Thread.currentThread().interrupt();
            return;
        }
        boolean fails = struck() && scenario.weather().kind() == Weather.Kind.FAILS;
        boolean heard = client.answer(fails ? 500 : 200, 0);
        synchronized (this) {
            inFlight.decrementAndGet();
            keepUp();
            ledger.worked(heard);
        }
    }

    private synchronized long nextServiceTime() {
        return serviceTimes.getAsLong();
    }

    /** Closes the seconds that are over. */
    private void keepUp() {
        long seconds = Math.min(scenario.length().toSeconds(), watch.nanos() / 1_000_000_000L);
        for (; ended < seconds; ended++) {
            ledger.endOf(ended, inFlight.get());
        }
    }

    synchronized ServerReport report() {
        keepUp();
        return new ServerReport(requests, ledger.seconds());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
