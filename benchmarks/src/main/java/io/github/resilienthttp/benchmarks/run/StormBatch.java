// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

/**
 * The runs of one storm, all at a time, and what else the machine did: what says whether they were disturbed.
 *
 * @param scenario the storm
 * @param sent requests that the clients say they sent
 * @param received requests that the server says it received
 * @param unended calls that never ended
 * @param lateMillis how late calls were made, in the worst run: one of a hundred later than this
 * @param latestMillis the latest call of all
 * @param ownCores how many processors clients and servers kept busy
 * @param foreignCores how many processors somebody else kept busy, NaN where the system does not tell
 */
record StormBatch(
        String scenario,
        long sent,
        long received,
        int unended,
        double lateMillis,
        double latestMillis,
        double ownCores,
        double foreignCores) {}
