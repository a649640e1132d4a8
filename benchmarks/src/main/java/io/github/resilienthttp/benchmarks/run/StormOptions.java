// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import java.nio.file.Path;
import java.util.List;

/**
 * Which storms to run.
 *
 * @param storms one after the other
 * @param seeds all of them at a time, and of each all policies
 * @param out the directory of the results
 */
record StormOptions(List<StagedStorm> storms, List<Long> seeds, Path out) {}
