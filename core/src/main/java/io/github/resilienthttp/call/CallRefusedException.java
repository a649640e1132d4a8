// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.stability.Stable;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The engine ended a call for which there is neither a response nor an exception to give: the breaker is open, the scope
 * cools down, the rate limit or the deadline leaves no room, or the call was cancelled while it waited. Nothing was sent,
 * or what was answered is gone; then {@link #status()} and {@link #error()} still tell of it. Has no stack trace: it says
 * nothing of the caller's code.
 */
@Stable
public final class CallRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String client;
    private final String scope;
    private final @Nullable Instant notBefore;
    private final int status;
    private final transient @Nullable RefusedResponse response;

    CallRefusedException(
            Reason reason,
            String client,
            String scope,
            @Nullable Instant notBefore,
            @Nullable RefusedResponse response) {
        this.reason = reason;
        this.client = client;
        this.scope = scope;
        this.notBefore = notBefore;
        this.status = response == null ? 0 : response.status();
        this.response = response;
    }

    /** Written when it is read: to show an instant takes longer than to refuse. */
    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder("call refused: ").append(reason.label());
        text.append(", client=").append(client).append(", scope=").append(scope);
        if (notBefore != null) {
            text.append(", not before ").append(notBefore);
        }
        if (status != 0) {
            text.append(", last status ").append(status);
        }
        return text.toString();
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the client it belonged to} */
    public String client() {
        return client;
    }

    /** {@return the scope that refused, fit for logs} */
    public String scope() {
        return scope;
    }

    /**
     * The instant before which it is of no use to come back, at most the end of the year 9999; null where nobody knows.
     *
     * @return the instant, or null
     */
    public @Nullable Instant notBefore() {
        return notBefore;
    }

    /** {@return the status of the response that was given up for a retry, or 0 where there was none} */
    public int status() {
        return status;
    }

    /**
     * That response's header fields and error details; null where there was none, or after deserialization.
     *
     * @return what is left of it, or null
     */
    public @Nullable RefusedResponse response() {
        return response;
    }

    /** {@return what the API said of its error in that response, or null} */
    public @Nullable ErrorDetails error() {
        return response == null ? null : response.error();
    }

    /** No stack trace: refusals come by the thousand when an upstream is down. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
