// SPDX-License-Identifier: Apache-2.0
/** The engine against others, without any HTTP client. */
@NullMarked
package io.github.resilienthttp.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
