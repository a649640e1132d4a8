// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.stability.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call that asks for leave to send.
 *
 * @param kind what to do
 * @param until WAIT: the ticker time to ask again at; REFUSED: the ticker time before which it is of no use to come back,
 *     or {@link #UNKNOWN}
 * @param source WAIT: where the wait comes from; else null
 * @param reason REFUSED: why; else null
 */
@Internal
public record Admission(
        Kind kind,
        long until,
        @Nullable WaitSource source,
        @Nullable Reason reason) {
    /** Nobody knows when. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** What to do. */
    public enum Kind {
        /** Send now. */
        GO,
        /** Wait, then ask again. */
        WAIT,
        /** Do not send. */
        REFUSED
    }

    static final Admission GO = new Admission(Kind.GO, 0, null, null);

    static Admission waitUntil(long until, WaitSource source) {
        return new Admission(Kind.WAIT, until, source, null);
    }

    static Admission refused(Reason reason, long until) {
        return new Admission(Kind.REFUSED, until, null, reason);
    }
}
