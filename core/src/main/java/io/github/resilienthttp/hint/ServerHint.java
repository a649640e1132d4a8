// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.stability.Internal;

/**
 * What a response said about coming back: nothing, a delay from its receipt, or not at all.
 *
 * <p>A server may forbid a retry and name a delay in the same response. Then the kind is {@code FORBIDDEN} (it said
 * no), and the delay is kept beside it, because it still says how long the scope should be left alone.
 *
 * @param kind which of the three
 * @param delayMillis milliseconds from the receipt of the response, never negative; {@link Long#MAX_VALUE} is a number
 *     too large to hold; for {@code AFTER} the hint itself, for {@code FORBIDDEN} the delay that was also named or 0,
 *     for {@code NONE} 0
 * @param source the header's name in lower case, a JSON pointer, or the empty string for {@code NONE}; for
 *     {@code FORBIDDEN} what forbade
 */
@Internal
public record ServerHint(Kind kind, long delayMillis, String source) {
    /** What kind of hint it is. */
    public enum Kind {
        /** The response says nothing that could be read. */
        NONE,
        /** Come back, but not before {@link ServerHint#delayMillis()} have passed since the receipt. */
        AFTER,
        /** Do not send this again. */
        FORBIDDEN
    }

    private static final ServerHint NONE = new ServerHint(Kind.NONE, 0, "");

    /**
     * Checks the range of the delay.
     *
     * @param kind which of the three
     * @param delayMillis milliseconds from the receipt
     * @param source where it was said
     * @throws IllegalArgumentException if {@code delayMillis} is negative, or not 0 for {@code NONE}
     */
    public ServerHint {
        if (delayMillis < 0 || (kind == Kind.NONE && delayMillis != 0)) {
            throw new IllegalArgumentException(
                    "ServerHint.delayMillis: " + delayMillis + " for " + kind + ", allowed: 0 or more, 0 for NONE");
        }
    }

    /**
     * Returns the hint of a response that says nothing.
     *
     * @return always the same instance
     */
    public static ServerHint none() {
        return NONE;
    }

    /**
     * Returns a hint that names a delay.
     *
     * @param delayMillis milliseconds from the receipt, 0 or more
     * @param source the header's name in lower case, or a JSON pointer
     * @return the hint
     */
    public static ServerHint after(long delayMillis, String source) {
        return new ServerHint(Kind.AFTER, delayMillis, source);
    }

    /**
     * Returns a hint that forbids a retry and names no delay.
     *
     * @param source the header's name in lower case, or a JSON pointer
     * @return the hint
     */
    public static ServerHint forbidden(String source) {
        return forbidden(source, 0);
    }

    /**
     * Returns a hint that forbids a retry, with the delay that the same response named.
     *
     * @param source what forbade: the header's name in lower case, or a JSON pointer
     * @param delayMillis milliseconds from the receipt, 0 where none was named
     * @return the hint
     */
    public static ServerHint forbidden(String source, long delayMillis) {
        return new ServerHint(Kind.FORBIDDEN, delayMillis, source);
    }
}
