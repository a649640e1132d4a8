// SPDX-License-Identifier: Apache-2.0
/** HTTP clients on a transport in memory. */
@NullMarked
package io.github.resilienthttp.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
