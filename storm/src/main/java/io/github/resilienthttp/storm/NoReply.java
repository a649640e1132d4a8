// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.io.IOException;

/** What a client would throw where no response came. Has no stack trace: it happened nowhere. */
final class NoReply extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reply.Kind kind;

    NoReply(Reply.Kind kind) {
        super(kind == Reply.Kind.TIMEOUT ? "timed out" : "connection refused");
        this.kind = kind;
    }

    Reply.Kind kind() {
        return kind;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
