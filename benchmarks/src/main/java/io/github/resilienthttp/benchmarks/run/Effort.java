// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.util.List;

/**
 * How long to measure.
 *
 * @param warmupMillis how long each row of a paired run is warmed up
 * @param blocks how many blocks of each row a paired run has
 * @param blockMillis how long a block is meant to take
 * @param forkedRows how many rows of each suite run in JVMs of their own
 * @param forks how many JVMs each row gets, far from each other in time
 * @param iterations how many iterations a fork is measured for, and warmed up for
 * @param iterationMillis how long an iteration takes
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
        int iterationMillis,
        int scopes,
        int waiting) {
    static final Effort FULL = new Effort(3000, 200, 20, Integer.MAX_VALUE, 3, 5, 1000, 100_000, 10_000);

    /** For a look whether all of it still runs. */
    static final Effort QUICK = new Effort(150, 11, 5, 1, 1, 1, 1000, 1000, 1000);

    /** A shorter iteration sees too little of the garbage collector. */
    private static final int SHORTEST_MILLIS = 200;
    /** What a fork takes besides its iterations: to start and to check. */
    private static final int START_MILLIS = 2000;

    private static final int SCALE_MILLIS = 120_000;

    /**
     * The full effort with iterations so short, and where that is not enough with so few JVMs, that all of it takes about so many
     * minutes: as many blocks and iterations.
     *
     * @throws IllegalArgumentException where the time is too short for that
     */
    static Effort within(int minutes, List<Suite> suites, boolean scale) {
        long fixed = scale ? SCALE_MILLIS : 0;
        long round = 0;
        for (Suite suite : suites) {
            long rows = suite.variants().size();
            fixed += rows * (FULL.warmupMillis + (long) FULL.blocks * FULL.blockMillis);
            round += rows * suite.threads().size();
        }
        long left = minutes * 60_000L - fixed;
        long shortest = round * (START_MILLIS + 2L * FULL.iterations * SHORTEST_MILLIS);
        if (left < shortest) {
            throw new IllegalArgumentException("--minutes " + minutes + " is not allowed; "
                    + (fixed + shortest + 59_999) / 60_000 + " is the least for these suites");
        }
        int forks = shortest == 0 ? FULL.forks : (int) Math.min(FULL.forks, left / shortest);
        long iteration =
                round == 0 ? FULL.iterationMillis : (left / (forks * round) - START_MILLIS) / (2L * FULL.iterations);
        return FULL.with(forks, (int) Math.min(FULL.iterationMillis, iteration));
    }

    /** {@return what a reader of the figures has to know} */
    String text() {
        return "Paired: " + blocks + " blocks of " + blockMillis + " ms a row. Forked: " + forks + " JVMs a row, "
                + iterations + " iterations of " + iterationMillis + " ms in each";
    }

    private Effort with(int jvms, int millis) {
        return new Effort(warmupMillis, blocks, blockMillis, forkedRows, jvms, iterations, millis, scopes, waiting);
    }
}
