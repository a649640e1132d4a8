// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.engine.FailurePath;
import io.github.resilienthttp.benchmarks.engine.SuccessPath;
import io.github.resilienthttp.benchmarks.transport.TransportPath;
import io.github.resilienthttp.benchmarks.wire.WirePath;
import java.util.List;

/** What is measured together. */
enum Suite {
    SUCCESS(SuccessBench.class, SuccessPath.values(), 1, 2),
    FAILURE(FailureBench.class, FailurePath.values(), 1, 2),
    TRANSPORT(TransportBench.class, TransportPath.values(), 1, 2),
    WIRE(WireBench.class, WirePath.values(), 1, 2);

    private final Class<?> bench;
    private final List<Variant> variants;
    private final List<Integer> threads;

    Suite(Class<?> bench, Variant[] variants, Integer... threads) {
        this.bench = bench;
        this.variants = List.of(variants);
        this.threads = List.of(threads);
    }

    /** What JMH runs. */
    Class<?> bench() {
        return bench;
    }

    List<Variant> variants() {
        return variants;
    }

    List<Integer> threads() {
        return threads;
    }
}
