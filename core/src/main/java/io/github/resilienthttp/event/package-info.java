// SPDX-License-Identifier: Apache-2.0
/** What happened, as records, and the listener that is told. */
@NullMarked
package io.github.resilienthttp.event;

import org.jspecify.annotations.NullMarked;
