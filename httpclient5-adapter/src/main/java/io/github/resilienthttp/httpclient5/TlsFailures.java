// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells a TLS connection that was cut off from one that was refused: the JDK has the same exception types for both. */
final class TlsFailures {
    private static final int DEEPEST = 20;

    private TlsFailures() {}

    static FailureKind kind(SSLException failure, FailureKind cutOff) {
        @Nullable Throwable link = failure.getCause();
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            if (link instanceof GeneralSecurityException) {
                return FailureKind.PROTOCOL;
            }
            if (link instanceof EOFException
                    || link instanceof SocketException
                    || link instanceof SocketTimeoutException) {
                return cutOff;
            }
            link = link.getCause();
        }
        return FailureKind.PROTOCOL;
    }
}
