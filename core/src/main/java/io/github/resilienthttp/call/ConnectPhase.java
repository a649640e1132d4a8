// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.Set;

/**
 * Tells whether a blocking socket threw while it connected or shook hands, when no request can have been sent yet.
 *
 * <p>Since JDK 17 a reset or a timeout during the TLS handshake is the same {@code SocketException: Connection reset}
 * or {@code SocketTimeoutException: Read timed out} as later on: only the stack trace knows. Where there is none, the
 * answer is no, which is the careful one.
 */
final class ConnectPhase {
    private static final Set<String> SOCKETS = Set.of("java.net.Socket", "sun.nio.ch.NioSocketImpl");
    private static final String TLS_SOCKET = "sun.security.ssl.SSLSocketImpl";

    private ConnectPhase() {}

    static boolean threw(Throwable link) {
        for (StackTraceElement frame : link.getStackTrace()) {
            String method = frame.getMethodName();
            if ((method.equals("startHandshake") && frame.getClassName().equals(TLS_SOCKET))
                    || (method.equals("connect") && SOCKETS.contains(frame.getClassName()))) {
                return true;
            }
        }
        return false;
    }
}
