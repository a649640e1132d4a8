// SPDX-License-Identifier: Apache-2.0
/** Meters and spans by Micrometer, which may be absent: nothing but this room names it. For applications that have it. */
@NullMarked
package io.github.resilienthttp.meter;

import org.jspecify.annotations.NullMarked;
