// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.StormResult;

/**
 * What came of a storm over real connections.
 *
 * @param result the same facts as of a simulated one
 * @param sent requests that the clients say they sent, after the last second too
 * @param received requests that the server says it received, the same way
 * @param unended calls that had not ended when the run was given up
 * @param lateMillis by how much a call was made later than it should have been: one of a hundred more than this
 * @param latestMillis the worst of them
 */
public record Measured(
        StormResult result, long sent, long received, int unended, double lateMillis, double latestMillis) {}
