// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Subject;
import io.github.resilienthttp.benchmarks.Variant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One row in a JVM of its own, so that the compiler sees nothing of the others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class VariantBench {
    private Subject subject = lane -> 0;

    abstract Variant variant();

    /**
     * Makes the row ready.
     *
     * @throws Exception where it does not do what it should
     */
    @Setup
    public void open() throws Exception {
        subject = Checked.open(variant());
    }

    /**
     * Ends it.
     *
     * @throws Exception where that fails
     */
    @TearDown
    public void close() throws Exception {
        subject.close();
    }

    /**
     * What is measured.
     *
     * @param lane the thread
     * @return the status
     * @throws Exception where a call fails
     */
    @Benchmark
    public int call(Lane lane) throws Exception {
        return subject.call(lane.number);
    }
}
