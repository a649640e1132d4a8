// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.decision.FailureKind;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An attempt was cut because it had no response head in time. */
final class AttemptTimeoutException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    AttemptTimeoutException(int attempt, long nanos, FailureKind kind, @Nullable Throwable cause) {
        super("attempt " + attempt + " had no response head within its attempt timeout of "
                + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
        this.kind = kind;
        if (cause != null) {
            initCause(cause);
        }
    }

    FailureKind kind() {
        return kind;
    }
}
