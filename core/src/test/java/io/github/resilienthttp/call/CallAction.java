// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

/**
 * One random step in a {@link CallWorld}.
 *
 * @param pick which of the calls it is about, or which outcome
 * @param millis how long, or what a hint says
 */
record CallAction(Kind kind, int pick, int millis) {
    enum Kind {
        BEGIN_GET,
        BEGIN_POST,
        WELL,
        REJECTED,
        THROTTLED,
        THROTTLED_UNTOLD,
        TRANSIENT,
        TRANSIENT_TOLD,
        PERMANENT,
        BROKEN,
        UNREACHABLE,
        LOCAL,
        ENDED,
        CANCEL,
        CLOSE,
        TIME_PASSES
    }
}
