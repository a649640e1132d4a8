// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.stability.Stable;
import java.io.IOException;

/**
 * What a circuit breaker is told where a request failed: an error status is no exception, and a breaker that the
 * application configured must count failures whatever exception the client threw. A circuit breaker of the application's
 * that is used as {@code circuit-breaker.instance} has to record this type, and must not ignore it.
 *
 * <p>Only instances made once are used. They have no stack trace and are never thrown.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // Without a trace there is none that could mislead.
@Stable
public final class HttpServerFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** A response with a status that counts as a failure of the server. */
    static final HttpServerFailure ERROR_STATUS = new HttpServerFailure("the server answered with an error status");
    /** No response: unreachable, broken, or too late. */
    static final HttpServerFailure NO_RESPONSE = new HttpServerFailure("the request got no response");
    /** For the retry counters: a call that failed at its first attempt, or before it. */
    static final HttpServerFailure NOT_RETRIED = new HttpServerFailure("the call failed and was not sent again");
    /** For the retry counters: a call that failed after it had been sent again. */
    static final HttpServerFailure RETRIED = new HttpServerFailure("the call failed after it had been sent again");

    private HttpServerFailure(String message) {
        super(message);
    }

    /**
     * Does nothing: a trace would cost far more than the attempt it describes, and be that of the first use.
     *
     * @return this failure, without a stack trace
     */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
