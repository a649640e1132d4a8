// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

/**
 * What came of a row.
 *
 * @param suite the suite's name
 * @param variant the row's name
 * @param way {@code paired}, {@code forked} or {@code single}
 * @param threads how many threads called at a time
 * @param samples how many blocks or iterations there were
 * @param nanos the median of nanoseconds for a call of one thread
 * @param least the least of them
 * @param most the most of them
 * @param bytes the median of bytes for a call; where paired, of the calling thread only
 * @param added the median of what a paired block took longer than the baseline's, in nanoseconds; else 0
 * @param addedLow where the 95 % confidence interval of that median begins
 * @param addedHigh where it ends
 */
record Row(
        String suite,
        String variant,
        String way,
        int threads,
        int samples,
        double nanos,
        double least,
        double most,
        double bytes,
        double added,
        double addedLow,
        double addedHigh) {
    static final String PAIRED = "paired";
    static final String FORKED = "forked";
    static final String SINGLE = "single";

    static Row of(Suite suite, String variant, String way, int threads, double[] nanos, double[] bytes) {
        return new Row(
                suite.name(),
                variant,
                way,
                threads,
                nanos.length,
                Medians.of(nanos),
                Medians.quantile(nanos, 0),
                Medians.quantile(nanos, 1),
                Medians.of(bytes),
                0,
                0,
                0);
    }

    static Row single(String what, double nanos, double bytes) {
        return new Row("SCALE", what, SINGLE, 1, 1, nanos, nanos, nanos, bytes, 0, 0, 0);
    }

    /** The same with what was added to the baseline, block by block. */
    Row with(double[] differences) {
        double[] interval = Medians.interval(differences);
        return new Row(
                suite,
                variant,
                way,
                threads,
                samples,
                nanos,
                least,
                most,
                bytes,
                Medians.of(differences),
                interval[0],
                interval[1]);
    }
}
