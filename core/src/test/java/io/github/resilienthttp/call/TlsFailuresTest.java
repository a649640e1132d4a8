// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFailuresTest {
    @Test
    void aPeerThatHangsUpDuringTheHandshakeHasNotSeenTheRequest() {
        assertKind(FailureKind.UNREACHABLE, handshake("Remote host terminated the handshake", new EOFException()));
        assertKind(FailureKind.UNREACHABLE, handshake("x", new SocketException("Connection reset")));
        assertKind(FailureKind.UNREACHABLE, handshake("x", new SocketTimeoutException("Read timed out")));
        assertKind(FailureKind.UNREACHABLE, handshake("x", new IOException("Connection reset by peer")));
        assertKind(FailureKind.UNREACHABLE, handshake("x", new IOException("Broken pipe")));
        assertKind(FailureKind.UNREACHABLE, handshake("x", new ClosedChannelException()));
        assertKind(FailureKind.UNREACHABLE, new IOException(handshake("x", new SocketException("Broken pipe"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remote host terminated the handshake",
                "Remote host closed the channel",
                "Remote host closed connection during handshake",
                "Connection closed while SSL/TLS handshake was in progress",
                "handshake timed out after 10000ms"
            })
    void someSaySoInWordsOnly(String message) {
        assertKind(FailureKind.UNREACHABLE, new SSLHandshakeException(message));
    }

    @Test
    void aHandshakeThatTookTooLongIsATimeout() {
        assertThat(Failures.classify(new SSLHandshakeException("handshake timed out after 10000ms"), link -> null)
                        .timeout())
                .isTrue();
    }

    @Test
    void aPeerThatIsNotTrustedStaysSo() {
        assertKind(FailureKind.PROTOCOL, handshake("PKIX path building failed", new CertificateException()));
        assertKind(FailureKind.PROTOCOL, handshake("expired", new CertificateExpiredException()));
        assertKind(FailureKind.PROTOCOL, new SSLPeerUnverifiedException("no such name"));
        assertKind(FailureKind.PROTOCOL, new IOException(new SSLPeerUnverifiedException("no such name")));
    }

    @Test
    void aRevocationListThatCannotBeHadIsDistrust() {
        CertPathValidatorException unchecked =
                new CertPathValidatorException("revocation", new SocketTimeoutException("Connect timed out"));
        assertKind(FailureKind.PROTOCOL, handshake("PKIX", unchecked));
        assertKind(FailureKind.PROTOCOL, handshake("PKIX", new CertificateException(unchecked)));
    }

    @Test
    void aPeerThatDisagreesStaysSo() {
        assertKind(FailureKind.PROTOCOL, new SSLHandshakeException("Received fatal alert: handshake_failure"));
        assertKind(FailureKind.PROTOCOL, new SSLHandshakeException(null));
        assertKind(FailureKind.PROTOCOL, new SSLException("Unsupported or unrecognized SSL message"));
        assertKind(FailureKind.PROTOCOL, new SSLProtocolException("bad record"));
    }

    @Test
    void aConnectionLostAfterTheHandshakeIsBroken() {
        assertKind(FailureKind.BROKEN, new SSLException("reset", new SocketException("Connection reset")));
        assertKind(FailureKind.BROKEN, new SSLException("end", new EOFException()));
        assertKind(
                FailureKind.BROKEN, new SSLException("Read timed out", new SocketTimeoutException("Read timed out")));
        assertKind(FailureKind.BROKEN, new SSLException("closing inbound before receiving peer's close_notify"));
    }

    @Test
    void anInterruptIsNoMatterOfTls() {
        assertKind(FailureKind.ENDED, handshake("x", new InterruptedException()));
        assertKind(FailureKind.ENDED, handshake("x", new ClosedByInterruptException()));
        assertKind(FailureKind.ENDED, handshake("x", new CancellationException()));
        assertKind(FailureKind.ENDED, handshake("x", new SocketException("Closed by interrupt")));
    }

    private static SSLException handshake(String message, Throwable cause) {
        SSLException failure = new SSLHandshakeException(message);
        failure.initCause(cause);
        return failure;
    }

    private static void assertKind(FailureKind kind, Throwable failure) {
        assertThat(Failures.classify(failure, link -> null).kind())
                .as("%s", failure)
                .isEqualTo(kind);
    }
}
