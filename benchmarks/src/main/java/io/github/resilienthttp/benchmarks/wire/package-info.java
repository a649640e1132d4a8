// SPDX-License-Identifier: Apache-2.0
/** HTTP clients against a server in a process of its own. */
@NullMarked
package io.github.resilienthttp.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
