// SPDX-License-Identifier: Apache-2.0
/** What the benchmarks have in common. */
@NullMarked
package io.github.resilienthttp.benchmarks;

import org.jspecify.annotations.NullMarked;
