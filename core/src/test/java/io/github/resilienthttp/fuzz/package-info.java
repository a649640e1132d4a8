// SPDX-License-Identifier: Apache-2.0
/** Hostile bytes for whatever reads what others wrote: seeds and findings as plain tests, and Jazzer where it is there. */
@NullMarked
package io.github.resilienthttp.fuzz;

import org.jspecify.annotations.NullMarked;
