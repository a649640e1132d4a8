// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a peer that hung up on TLS, which may pass, from one that disagrees, which waiting does not cure. */
final class TlsFailures {
    /** What is said where the connection was lost and no type tells: by the JDK's sockets and client, and by Netty. */
    private static final List<String> LOST = List.of(
            "Remote host terminated the handshake",
            "Remote host closed the channel",
            "Remote host closed connection during handshake",
            "Connection closed while SSL/TLS handshake was in progress",
            "handshake timed out",
            "closing inbound before receiving peer's close_notify",
            "Connection reset",
            "Broken pipe");

    private TlsFailures() {}

    /** The kind of a chain with a TLS exception in it, or null where there is none or it says nothing. */
    static @Nullable FailureKind kindOf(CauseChain chain) {
        if (!chain.any(SSLException.class::isInstance) || chain.any(JdkFailures::isEnd)) {
            return null;
        }
        if (chain.any(TlsFailures::isDistrust) || !chain.any(TlsFailures::isLoss)) {
            return FailureKind.PROTOCOL;
        }
        // The request is sent after the handshake only: a peer that hangs up meanwhile has not seen it.
        return chain.any(TlsFailures::isHandshake) ? FailureKind.UNREACHABLE : FailureKind.BROKEN;
    }

    /** First, since a failed look-up of a revocation list looks like a lost connection further down. */
    private static boolean isDistrust(Throwable link) {
        return link instanceof CertificateException
                || link instanceof CertPathValidatorException
                || link instanceof SSLPeerUnverifiedException;
    }

    private static boolean isLoss(Throwable link) {
        return link instanceof EOFException
                || link instanceof SocketException
                || link instanceof SocketTimeoutException
                || link instanceof ClosedChannelException
                || (link instanceof IOException && saysLost(link));
    }

    private static boolean saysLost(Throwable link) {
        String message = link.getMessage();
        return message != null && LOST.stream().anyMatch(message::contains);
    }

    private static boolean isHandshake(Throwable link) {
        return link instanceof SSLHandshakeException || ConnectPhase.threw(link);
    }
}
