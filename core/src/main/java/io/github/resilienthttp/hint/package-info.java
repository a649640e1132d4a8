// SPDX-License-Identifier: Apache-2.0
/** Pure: what a server said about when to come back, read from headers and bodies. */
@NullMarked
package io.github.resilienthttp.hint;

import org.jspecify.annotations.NullMarked;
