// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/**
 * One step of a random sequence.
 *
 * @param pick which of the callers that could do it
 * @param span a time, for those that need one
 */
record CooldownStep(Kind kind, int pick, long span) {
    enum Kind {
        ARRIVE,
        ASK_AGAIN,
        LEAVE,
        ANSWERED,
        THROTTLED,
        LOST,
        TIME_PASSES,
        CLOSE,
        REOPEN
    }
}
