// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;

/**
 * What befalls the server during the storm, besides the load.
 *
 * @param kind what becomes of the requests it strikes
 * @param share of the requests, 0 to 1
 * @param slowdown by what everything takes longer, 1 or more
 */
@Experimental
public record Weather(Kind kind, double share, double slowdown) {
    /** Nothing: only the load may change. */
    public static final Weather FAIR = new Weather(Kind.FAILS, 0, 1);

    /** What becomes of a request. */
    public enum Kind {
        /** A 503 at once, from whatever stands before the server. */
        UNAVAILABLE,
        /** The connection is refused. */
        REFUSES,
        /** No answer at all. */
        HANGS,
        /** A 500 after all the work. */
        FAILS
    }

    /**
     * Checks the numbers.
     *
     * @param kind what becomes of the requests it strikes
     * @param share of the requests, 0 to 1
     * @param slowdown by what everything takes longer, 1 or more
     * @throws IllegalArgumentException where one is out of range
     */
    public Weather {
        Check.between("share", share, 0, 1);
        Check.between("slowdown", slowdown, 1, 1000);
    }
}
