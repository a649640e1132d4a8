// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.storm.Arrival;
import io.github.resilienthttp.storm.Ledger;
import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Second;
import io.github.resilienthttp.storm.StormResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.HttpHost;

/** One policy in one storm over real connections: the calls of the simulation, each made when it arrives there. */
public final class LoopbackRun {
    /** For all clients of all runs to get ready, on a machine that is busy too. */
    private static final long HEAD_START_MILLIS = 6000;

    /** More than a call of any policy here takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Scenario scenario;
    private final List<Arrival> calls;
    private final Stopwatch watch;
    private final Ledger ledger;
    private final long[] late;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final LoopThread loop = new LoopThread(over::completeExceptionally);
    private final List<RealProcess> processes = new ArrayList<>();
    private int made;

    private LoopbackRun(StagedStorm storm, long seed, Stopwatch watch) {
        this.scenario = storm.scenario();
        this.calls = Arrival.of(scenario, seed).stream()
                .filter(call -> call.nanos() < storm.sent().toNanos())
                .toList();
        this.watch = watch;
        this.ledger = new Ledger(watch::nanos, scenario);
        this.late = new long[calls.size()];
    }

    /**
     * Runs it, in as many seconds as it has, and those that the last calls take.
     *
     * @param storm the storm
     * @param policy the policy
     * @param seed of the calls, and of all else that is random
     * @param server where it is served
     * @return what happened
     * @throws Exception where it cannot be run
     */
    public static Measured of(StagedStorm storm, StagedPolicy policy, long seed, StormServerProcess server)
            throws Exception {
        long begin = System.currentTimeMillis() + HEAD_START_MILLIS;
        LoopbackRun run = new LoopbackRun(storm, seed, Stopwatch.from(begin));
        int port = server.serve(storm, seed, begin);
        AtomicLong sent = new AtomicLong();
        HttpHost target = new HttpHost("http", "localhost", port);
        try {
            for (int n = 0; n < run.scenario.clients(); n++) {
                RealClients clients = new RealClients(target, storm, run.loop, seed + n, sent);
                run.processes.add(policy.start(clients));
            }
            run.await(storm.sent());
        } finally {
            run.close();
        }
        ServerReport seen = server.report(port);
        Arrays.sort(run.late);
        StormResult result = new StormResult(policy.name(), run.scenario, seed, run.merged(seen.seconds()));
        return new Measured(result, sent.get(), seen.requests(), run.ledger.underWay(), run.late(0.99), run.late(1));
    }

    private void await(Duration sent) throws ExecutionException, InterruptedException {
        loop.execute(this::planNextCall);
        try {
            over.get(HEAD_START_MILLIS + sent.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Told as calls that have not ended.
        }
    }

    private void planNextCall() {
        if (made < calls.size()) {
            Arrival next = calls.get(made);
            loop.start(Time.system().nanos() + next.nanos() - watch.sinceZero(), () -> {
                late[made++] = watch.sinceZero() - next.nanos();
                int second = ledger.called();
                processes.get(next.process()).call(ending -> {
                    ledger.ended(second, ending);
                    endIfOver();
                });
                planNextCall();
            });
        }
        endIfOver();
    }

    private void endIfOver() {
        if (made == calls.size() && ledger.underWay() == 0) {
            over.complete(null);
        }
    }

    /** In milliseconds. */
    private double late(double share) {
        return late.length == 0 ? 0 : late[(int) (share * (late.length - 1))] / 1e6;
    }

    /** Calls are known here, requests there. */
    private List<Second> merged(List<Second> server) {
        List<Second> ours = ledger.seconds();
        return IntStream.range(0, ours.size())
                .mapToObj(n -> new Second(
                        ours.get(n).calls(),
                        ours.get(n).well(),
                        server.get(n).requests(),
                        ours.get(n).good(),
                        ours.get(n).failed(),
                        ours.get(n).refused(),
                        server.get(n).throttled(),
                        server.get(n).served(),
                        server.get(n).wasted(),
                        server.get(n).inFlight()))
                .toList();
    }

    private void close() throws Exception {
        loop.close();
        for (RealProcess process : processes) {
            process.close();
        }
    }
}
