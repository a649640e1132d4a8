// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

/**
 * How long to measure.
 *
 * @param warmupMillis how long each row of a paired run is warmed up
 * @param blocks how many blocks of each row a paired run has
 * @param blockMillis how long a block is meant to take
 * @param forkedRows how many rows of each suite run in JVMs of their own
 * @param forks how many JVMs each row gets, far from each other in time
 * @param iterations how many iterations of a second a fork is measured for, and warmed up for
 * @param scopes up to how many scopes
 * @param waiting how many waiting calls
 */
record Effort(
        int warmupMillis,
        int blocks,
        int blockMillis,
        int forkedRows,
        int forks,
        int iterations,
        int scopes,
        int waiting) {
    static final Effort FULL = new Effort(3000, 200, 20, Integer.MAX_VALUE, 3, 5, 100_000, 10_000);

    /** For a look whether all of it still runs. */
    static final Effort QUICK = new Effort(150, 11, 5, 1, 1, 1, 1000, 1000);
}
