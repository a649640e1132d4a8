// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What to run.
 *
 * @param quick whether only to look that all of it runs
 * @param suites the suites, in order
 * @param scale whether to measure many scopes as well
 * @param out the directory of the results
 * @param effort how long to measure
 */
record Options(boolean quick, List<Suite> suites, boolean scale, Path out, Effort effort) {}
