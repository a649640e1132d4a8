// SPDX-License-Identifier: Apache-2.0
/** Storms over real connections: HttpClient against a server in a process of its own, beside what was simulated. */
@NullMarked
package io.github.resilienthttp.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
