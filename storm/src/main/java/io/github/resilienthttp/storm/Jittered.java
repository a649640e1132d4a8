// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/**
 * Exponential back-off with full jitter, capped before the jitter.
 *
 * @param baseMillis the ceiling of the first wait
 * @param capMillis what no ceiling exceeds
 */
record Jittered(long baseMillis, long capMillis) {
    static final Jittered NOT_AT_ALL = new Jittered(0, 0);
    static final Jittered USUAL = new Jittered(100, 20_000);

    /** The wait before a retry, which counts from 0, in nanoseconds. */
    long nanos(int retry, double random) {
        return (long) (Math.min((double) baseMillis * Math.pow(2, retry), (double) capMillis) * random * 1_000_000);
    }
}
