// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;

/** How a computed back-off is spread. */
@Stable
public enum Jitter {
    /** {@code random(0, ceiling)}. */
    FULL,
    /** {@code ceiling / 2 + random(0, ceiling / 2)}. */
    EQUAL,
    /** The ceiling itself. */
    NONE
}
