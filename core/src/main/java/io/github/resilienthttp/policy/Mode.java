// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;

/** What the engine does with its decisions. */
@Stable
public enum Mode {
    /** Decide and act. */
    ENFORCE,
    /** Decide, count and report what would have been done, and send every request once, untouched. */
    OBSERVE,
    /** Not there at all. */
    OFF
}
