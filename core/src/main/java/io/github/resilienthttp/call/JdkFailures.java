// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the JDK's types of exception mean, each by itself. */
final class JdkFailures {
    // By name: a run-time image may lack the module java.net.http.
    private static final String HTTP_TIMEOUT = "java.net.http.HttpTimeoutException";
    private static final String HTTP_CONNECT_TIMEOUT = "java.net.http.HttpConnectTimeoutException";

    /** What JDK 17 and 25 say of HTTP/2 streams that the peer did not look at (RFC 9113 section 8.7). */
    private static final Set<String> UNPROCESSED =
            Set.of("Received RST_STREAM: Stream not processed", "request not processed by peer");

    private JdkFailures() {}

    /** The kind, or null where the type says nothing. */
    static @Nullable FailureKind kindOf(Throwable link) {
        if (link instanceof SocketException socket) {
            return ofSocket(socket);
        }
        if (link instanceof InterruptedIOException interrupted) {
            return ofInterruptedIo(interrupted);
        }
        if (isEnd(link)) {
            return FailureKind.ENDED;
        }
        if (link instanceof UnknownHostException
                || link instanceof UnresolvedAddressException
                || named(link, HTTP_CONNECT_TIMEOUT)
                || (link instanceof IOException && UNPROCESSED.contains(String.valueOf(link.getMessage())))) {
            return FailureKind.UNREACHABLE;
        }
        if (link instanceof EOFException || link instanceof TimeoutException || named(link, HTTP_TIMEOUT)) {
            return FailureKind.BROKEN;
        }
        if (link instanceof ProtocolException) {
            return FailureKind.PROTOCOL;
        }
        return link instanceof MalformedURLException
                        || link instanceof URISyntaxException
                        || link instanceof UnknownServiceException
                ? FailureKind.INVALID_REQUEST
                : null;
    }

    /** Whether time ran out: that of a connect, a read, a request, or the operating system's own. */
    static boolean isTimeout(Throwable link) {
        return link instanceof SocketTimeoutException
                || link instanceof TimeoutException
                || named(link, HTTP_TIMEOUT)
                || named(link, HTTP_CONNECT_TIMEOUT)
                || (link instanceof IOException && says(link, "timed out"))
                || (link instanceof InterruptedIOException && says(link, "timeout"));
    }

    /** Whether it says that somebody here wanted no more of it. */
    static boolean isEnd(Throwable link) {
        return link instanceof InterruptedException
                || link instanceof ClosedByInterruptException
                || link instanceof CancellationException
                // What an interrupt of a virtual thread makes of its socket.
                || (link instanceof SocketException && says(link, "closed by interrupt"));
    }

    private static FailureKind ofSocket(SocketException socket) {
        if (socket instanceof BindException) {
            // No local address or port to be had: nothing was sent, and the server has no part in it.
            return FailureKind.LOCAL;
        }
        if (isEnd(socket)) {
            return FailureKind.ENDED;
        }
        return socket instanceof ConnectException
                        || socket instanceof NoRouteToHostException
                        || ConnectPhase.threw(socket)
                ? FailureKind.UNREACHABLE
                : FailureKind.BROKEN;
    }

    private static FailureKind ofInterruptedIo(InterruptedIOException interrupted) {
        if (!isTimeout(interrupted)) {
            return FailureKind.ENDED;
        }
        // Most clients tell a connect timeout from a read timeout by this word only.
        String message = interrupted.getMessage();
        boolean connecting = message != null && message.regionMatches(true, 0, "connect", 0, 7);
        return connecting || ConnectPhase.threw(interrupted) ? FailureKind.UNREACHABLE : FailureKind.BROKEN;
    }

    private static boolean named(Throwable link, String type) {
        return link.getClass().getName().equals(type);
    }

    private static boolean says(Throwable link, String words) {
        String message = link.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }
}
