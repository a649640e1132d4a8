// SPDX-License-Identifier: Apache-2.0
/**
 * The marks that say how long something lasts. Every public type bears one; a member has that of its type unless it bears another.
 * For all who read them, tools that compare releases included.
 */
@NullMarked
package io.github.resilienthttp.stability;

import org.jspecify.annotations.NullMarked;
