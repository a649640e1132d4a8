// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each row in JVMs of its own, by JMH; the forks of all rows take turns in an order shuffled for each round. */
final class ForkedRun {
    private final List<Suite> suites;
    private final Effort effort;
    private final Random random = new Random(42);

    ForkedRun(List<Suite> suites, Effort effort) {
        this.suites = suites;
        this.effort = effort;
    }

    List<Row> rows() throws RunnerException {
        Map<Fork, Samples> all = new LinkedHashMap<>();
        for (Suite suite : suites) {
            for (Variant variant : suite.variants()
                    .subList(0, Math.min(effort.forkedRows(), suite.variants().size()))) {
                suite.threads().forEach(threads -> all.put(new Fork(suite, variant, threads), new Samples()));
            }
        }
        List<Fork> order = new ArrayList<>(all.keySet());
        for (int round = 0; round < effort.forks(); round++) {
            Collections.shuffle(order, random);
            for (Fork fork : order) {
                all.computeIfAbsent(fork, any -> new Samples()).add(run(fork));
            }
        }
        List<Row> rows = new ArrayList<>();
        all.forEach((fork, samples) -> rows.add(samples.row(fork)));
        return rows;
    }

    private RunResult run(Fork fork) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + fork.suite.bench().getName().replace(".", "\\.") + "\\.call$")
                .param("variant", fork.variant.name())
                .threads(fork.threads)
                .forks(1)
                .warmupIterations(effort.iterations())
                .warmupTime(TimeValue.milliseconds(effort.iterationMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
                .shouldFailOnError(true)
                .jvmArgs(Main.HEAP.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        return new Runner(options.build()).runSingle();
    }

    private record Fork(Suite suite, Variant variant, int threads) {}

    private static final class Samples {
        private final List<Double> nanos = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        private void add(RunResult result) {
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults().forEach(this::add));
        }

        private void add(IterationResult iteration) {
            nanos.add(iteration.getPrimaryResult().getScore());
            // Its name has a dot before it in some versions of JMH.
            iteration.getSecondaryResults().forEach((name, result) -> {
                if (name.endsWith("gc.alloc.rate.norm")) {
                    bytes.add(((Result<?>) result).getScore());
                }
            });
        }

        private Row row(Fork fork) {
            return Row.of(fork.suite, fork.variant.name(), Row.FORKED, fork.threads, array(nanos), array(bytes));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
