// SPDX-License-Identifier: Apache-2.0
/** The live page of a run: one page, a stream of events, metrics, on loopback only. */
@NullMarked
package io.github.resilienthttp.examples.live;

import org.jspecify.annotations.NullMarked;
