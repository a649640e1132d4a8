// SPDX-License-Identifier: Apache-2.0
/** Runs the suites, interleaved, and writes down what came of it. */
@NullMarked
package io.github.resilienthttp.benchmarks.run;

import org.jspecify.annotations.NullMarked;
