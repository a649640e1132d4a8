// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.Second;
import java.util.List;

/**
 * What a server saw.
 *
 * @param requests all of them, after the last second too
 * @param seconds what it counted, second by second; of calls it knows nothing
 */
record ServerReport(long requests, List<Second> seconds) {}
