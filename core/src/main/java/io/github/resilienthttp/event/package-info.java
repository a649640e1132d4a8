// SPDX-License-Identifier: Apache-2.0
/**
 * What happened, as records, and the listener that is told: for applications. How meters and traces are fed is for bindings to
 * other libraries than Micrometer, and may change.
 */
@NullMarked
package io.github.resilienthttp.event;

import org.jspecify.annotations.NullMarked;
