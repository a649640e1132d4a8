// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All rows of a suite in one JVM, block by block in an order shuffled for each round: drift hits all alike, and differences
 * of a few nanoseconds show. The compiler sees them all, so call sites that they share are megamorphic for all of them.
 */
final class PairedRun {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Suite suite;
    private final Effort effort;
    private final Random random = new Random(42);
    /** Written to, so that no call can be left out. */
    volatile int sink;

    PairedRun(Suite suite, Effort effort) {
        this.suite = suite;
        this.effort = effort;
    }

    List<Row> rows() throws Exception {
        Map<String, Block> blocks = new LinkedHashMap<>();
        try {
            for (Variant variant : suite.variants()) {
                blocks.put(variant.name(), new Block(Checked.open(variant), effort.blocks()));
            }
            warmUp(List.copyOf(blocks.values()));
            measure(new ArrayList<>(blocks.values()));
        } finally {
            for (Block block : blocks.values()) {
                block.subject.close();
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Variant variant : suite.variants()) {
            Block own = blocks.get(variant.name());
            Block baseline = blocks.get(variant.baseline());
            if (own == null || baseline == null) {
                throw new IllegalStateException(suite + " has no row " + variant.baseline());
            }
            rows.add(row(variant, own, baseline));
        }
        return rows;
    }

    private Row row(Variant variant, Block own, Block baseline) {
        double[] differences = new double[own.nanos.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = own.nanos[i] - baseline.nanos[i];
        }
        return Row.of(suite, variant.name(), Row.PAIRED, 1, own.nanos, own.bytes)
                .with(differences);
    }

    /** In turns as well: code compiled for one row alone would be thrown away when the next one comes. */
    private void warmUp(List<Block> all) throws Exception {
        int turns = 5;
        for (int turn = 0; turn < turns; turn++) {
            for (Block block : all) {
                long end = System.nanoTime() + effort.warmupMillis() * 1_000_000L / turns;
                long calls = 0;
                long start = System.nanoTime();
                while (System.nanoTime() < end) {
                    sink = run(block.subject, 10);
                    calls += 10;
                }
                double each = (System.nanoTime() - start) / (double) calls;
                block.calls = (int) Math.max(1, Math.min(5_000_000, effort.blockMillis() * 1e6 / each));
            }
        }
    }

    private void measure(List<Block> all) throws Exception {
        for (int n = 0; n < effort.blocks(); n++) {
            Collections.shuffle(all, random);
            for (Block block : all) {
                long bytes = THREADS.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                sink = run(block.subject, block.calls);
                block.nanos[n] = (System.nanoTime() - start) / (double) block.calls;
                block.bytes[n] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (double) block.calls;
            }
        }
    }

    private static int run(Subject subject, int calls) throws Exception {
        int sum = 0;
        for (int n = 0; n < calls; n++) {
            sum += subject.call(0);
        }
        return sum;
    }

    private static final class Block {
        private final Subject subject;
        private final double[] nanos;
        private final double[] bytes;
        private int calls = 1;

        private Block(Subject subject, int blocks) {
            this.subject = subject;
            this.nanos = new double[blocks];
            this.bytes = new double[blocks];
        }
    }
}
