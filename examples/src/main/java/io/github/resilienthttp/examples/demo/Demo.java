// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.examples.Console;
import io.github.resilienthttp.examples.boot.RunningApplication;
import io.github.resilienthttp.examples.live.LivePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Starts the upstreams, sends them traffic, lets faults come and go, and tells of it. Runs once. */
public final class Demo implements ResilienceListener {
    private static final long STEP_MILLIS = 50;
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int TELL_EVERY_STEPS = 40;

    private final Board board;
    private final @Nullable LivePage page;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Long> warmedUp = new LinkedHashMap<>();
    private final Map<String, Counts> told = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private List<Act> acts = List.of();
    private volatile long begun;
    private boolean ended;

    /**
     * A demo that has not begun.
     *
     * @param console where it is shown
     * @param page where it is shown as well, or null; closed with the demo
     */
    public Demo(Console console, @Nullable LivePage page) {
        this.board = new Board(console.out());
        this.page = page;
    }

    /**
     * Shows it.
     *
     * @param length how long; null: until the process is told to stop
     * @throws InterruptedException where this thread is interrupted; everything is stopped then
     */
    public void run(@Nullable Duration length) throws InterruptedException {
        quiet();
        acts = Programme.start();
        acts.forEach(act -> tallies.put(act.name(), new Tally()));
        Thread interrupted = new Thread(this::end, "summary");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (Meters meters = new Meters();
                RunningApplication application =
                        RunningApplication.start(Programme.properties(acts), this, meters.registry())) {
            play(application, meters, length == null ? Long.MAX_VALUE : length.toMillis());
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        } finally {
            closePage();
            acts.forEach(act -> act.upstream().close());
            forget(interrupted);
        }
    }

    private void closePage() {
        if (page != null) {
            page.close();
        }
    }

    /** One line for each refused call would bury the board. */
    private static void quiet() {
        System.setProperty("org.slf4j.simpleLogger.log.io.github.resilienthttp", "off");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private void play(RunningApplication application, Meters meters, long millis)
            throws InterruptedException, IOException {
        ResilientHttp http = application.engine();
        List<Callers> callers = new ArrayList<>();
        try {
            acts.forEach(act -> callers.add(new Callers(act, application)));
            Callers.warmUp(acts, Programme.properties(acts));
            acts.forEach(act -> warmedUp.put(act.name(), act.upstream().requests()));
            begun = System.nanoTime();
            show(http, meters);
            board.begin();
            callers.forEach(Callers::start);
            for (long step = 1; elapsedMillis() < millis; step++) {
                acts.forEach(act -> act.script().advance(elapsedMillis()));
                Thread.sleep(Math.min(STEP_MILLIS, Math.max(1, millis - elapsedMillis())));
                if (step % TELL_EVERY_STEPS == 0) {
                    tell(http);
                }
            }
            end();
        } finally {
            for (Callers caller : callers) {
                caller.close();
            }
        }
    }

    private void show(ResilientHttp http, Meters meters) {
        if (page != null) {
            board.page(page.address());
            page.begin(new Broadcast(meters, http, acts, this::counts, this::elapsedMillis), TICK);
        }
    }

    private void tell(ResilientHttp http) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            for (Act act : acts) {
                Counts counts = counts(act);
                Counts earlier = told.getOrDefault(act.name(), Counts.NONE);
                told.put(act.name(), counts);
                board.line(
                        elapsedMillis() / 1_000,
                        act,
                        counts.since(earlier),
                        Shared.of(http, act.name()).words());
            }
            board.gap();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            if (ended || begun == 0) {
                return;
            }
            ended = true;
            board.total(elapsedMillis() / 1_000);
            for (Act act : acts) {
                board.total(act, counts(act), tally(act.name()).why());
            }
        } finally {
            lock.unlock();
        }
    }

    private Counts counts(Act act) {
        long before = warmedUp.getOrDefault(act.name(), 0L);
        return tally(act.name()).counts(act.upstream().requests() - before);
    }

    private Tally tally(String client) {
        return tallies.getOrDefault(client, new Tally());
    }

    private long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    @Override
    public void onCall(CallReport call) {
        tally(call.client()).add(call);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is at work.
        }
    }
}
