// SPDX-License-Identifier: Apache-2.0
/**
 * Pure: what a server said about when to come back, read from headers and bodies. For applications: what an API said of its error,
 * and the view of header fields that a classifier gets. The readers are internal.
 */
@NullMarked
package io.github.resilienthttp.hint;

import org.jspecify.annotations.NullMarked;
