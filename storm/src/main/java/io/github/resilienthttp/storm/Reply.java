// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;

/**
 * What came of one attempt.
 *
 * @param kind whether anything came
 * @param status of the response, or 0
 * @param retryAfterSeconds what the response says in {@code Retry-After}, or 0
 */
@Experimental
public record Reply(Kind kind, int status, int retryAfterSeconds) {
    /** Whether anything came. */
    public enum Kind {
        /** A response. */
        RESPONSE,
        /** Nothing in time; the server may have done the work. */
        TIMEOUT,
        /** The connection was refused. */
        REFUSED
    }

    static final Reply TIMED_OUT = new Reply(Kind.TIMEOUT, 0, 0);
    static final Reply CONNECTION_REFUSED = new Reply(Kind.REFUSED, 0, 0);

    static Reply response(int status) {
        return new Reply(Kind.RESPONSE, status, 0);
    }

    /** {@return whether it is a response below 400} */
    public boolean well() {
        return kind == Kind.RESPONSE && status < 400;
    }

    /** {@return whether it is a 429} */
    public boolean throttled() {
        return status == 429;
    }
}
