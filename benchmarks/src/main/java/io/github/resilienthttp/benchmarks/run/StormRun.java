// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.storm.LoopbackRun;
import io.github.resilienthttp.benchmarks.storm.Measured;
import io.github.resilienthttp.benchmarks.storm.StagedPolicy;
import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import io.github.resilienthttp.benchmarks.storm.StormServerProcess;
import io.github.resilienthttp.storm.Storm;
import io.github.resilienthttp.storm.StormResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Storms over real connections beside simulated ones: all policies and seeds of a storm at a time, each with its own server. */
final class StormRun {
    private final List<StormRow> rows = new ArrayList<>();
    private final List<StormBatch> batches = new ArrayList<>();

    private StormRun() {}

    /** Runs what is asked for, and writes storm.json and storm.md: storms that are there and were not run stay. */
    static void run(StormOptions options) throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(options.out());
        Machine before = Machine.now();
        StormRun storms = new StormRun();
        try (StormServerProcess server = new StormServerProcess()) {
            // So that the compiler is done with most of it.
            allAtATime(calls(StagedStorm.REHEARSAL, options.seeds(), server));
            for (StagedStorm storm : options.storms()) {
                storms.batch(storm, options.seeds(), server);
            }
        }
        StormResults results =
                new StormResults(before, Machine.now(), Results.versionsOfAll(), storms.batches, storms.rows);
        Path file = options.out().resolve("storm.json");
        if (Files.exists(file)) {
            results = results.with(StormResults.read(file));
        }
        results.write(file);
        Files.writeString(options.out().resolve("storm.md"), new StormReport(results).text());
    }

    private static List<Callable<Measured>> calls(StagedStorm storm, List<Long> seeds, StormServerProcess server) {
        return StagedPolicy.all().stream()
                .flatMap(policy -> seeds.stream()
                        .<Callable<Measured>>map(seed -> () -> LoopbackRun.of(storm, policy, seed, server)))
                .toList();
    }

    private void batch(StagedStorm storm, List<Long> seeds, StormServerProcess server)
            throws InterruptedException, ExecutionException {
        for (StagedPolicy policy : StagedPolicy.all()) {
            for (long seed : seeds) {
                StormResult simulated = Storm.run(storm.scenario(), policy.simulated(), seed);
                rows.add(StormRow.of(storm.word(), StormRow.SIMULATED, simulated));
            }
        }
        ProcessorUse before = ProcessorUse.now(server.cpu());
        List<Measured> measured = allAtATime(calls(storm, seeds, server));
        ProcessorUse after = ProcessorUse.now(server.cpu());
        measured.forEach(run -> rows.add(StormRow.of(storm.word(), StormRow.MEASURED, run.result())));
        StormBatch batch = new StormBatch(
                storm.word(),
                measured.stream().mapToLong(Measured::sent).sum(),
                measured.stream().mapToLong(Measured::received).sum(),
                measured.stream().mapToInt(Measured::unended).sum(),
                measured.stream().mapToDouble(Measured::lateMillis).max().orElse(0),
                measured.stream().mapToDouble(Measured::latestMillis).max().orElse(0),
                after.ownCoresSince(before),
                after.foreignCoresSince(before));
        batches.add(batch);
        System.out.println(StormReport.line(batch));
    }

    private static List<Measured> allAtATime(List<Callable<Measured>> runs)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        try {
            List<Measured> measured = new ArrayList<>();
            for (Future<Measured> run : threads.invokeAll(runs)) {
                measured.add(run.get());
            }
            return measured;
        } finally {
            threads.shutdownNow();
        }
    }
}
