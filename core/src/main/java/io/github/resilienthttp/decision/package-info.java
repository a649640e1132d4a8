// SPDX-License-Identifier: Apache-2.0
/** Pure: what an outcome means and what happens next. */
@NullMarked
package io.github.resilienthttp.decision;

import org.jspecify.annotations.NullMarked;
