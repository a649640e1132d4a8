// SPDX-License-Identifier: Apache-2.0
/** The machine of one logical call, and the drivers that interpret its steps. */
@NullMarked
package io.github.resilienthttp.call;

import org.jspecify.annotations.NullMarked;
