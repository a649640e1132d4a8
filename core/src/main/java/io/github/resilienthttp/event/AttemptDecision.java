// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.stability.Stable;

/** What followed an attempt. */
@Stable
public enum AttemptDecision {
    /** It was sent again (in {@code observe}: it would have been). */
    RETRY("retry"),
    /** A success, or an outcome that is never repeated, went to the caller. */
    DELIVER("deliver"),
    /** A retry was thinkable and not made; the reason says why. */
    GIVE_UP("give-up");

    private final String label;

    AttemptDecision(String label) {
        this.label = label;
    }

    /** {@return the word used in reports, log lines and metric tags} */
    public String label() {
        return label;
    }
}
