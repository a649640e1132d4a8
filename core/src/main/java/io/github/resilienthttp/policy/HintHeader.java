// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;

/**
 * An additional header that says when to come back: {@code X-Backoff} (as Retry-After), {@code X-Backoff-Ms:ms}.
 * {@link #toString} is the text of the configuration.
 *
 * @param name a header name, a token of RFC 9110 section 5.6.2
 * @param unit how its value is read
 */
@Stable
public record HintHeader(String name, Unit unit) {
    private static final String MILLISECONDS = ":ms";

    /**
     * Checks the name.
     *
     * @param name a header name, a token of RFC 9110 section 5.6.2
     * @param unit how its value is read
     */
    public HintHeader {
        Syntax.headerName(name);
    }

    /** How the value is read. */
    public enum Unit {
        /** Read as Retry-After is: seconds or an HTTP-date. */
        RETRY_AFTER,
        /** A number of milliseconds. */
        MILLISECONDS
    }

    /**
     * Reads the text of the configuration.
     *
     * @param text {@code NAME} or {@code NAME:ms}
     * @return the header
     * @throws IllegalArgumentException where the name is no header name or the unit is another
     */
    public static HintHeader parse(String text) {
        if (text.endsWith(MILLISECONDS)) {
            return new HintHeader(text.substring(0, text.length() - MILLISECONDS.length()), Unit.MILLISECONDS);
        }
        return new HintHeader(text, Unit.RETRY_AFTER);
    }

    @Override
    public String toString() {
        return unit == Unit.MILLISECONDS ? name + MILLISECONDS : name;
    }
}
