// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static io.github.resilienthttp.decision.FailureKind.BROKEN;
import static io.github.resilienthttp.decision.FailureKind.ENDED;
import static io.github.resilienthttp.decision.FailureKind.INVALID_REQUEST;
import static io.github.resilienthttp.decision.FailureKind.LOCAL;
import static io.github.resilienthttp.decision.FailureKind.PROTOCOL;
import static io.github.resilienthttp.decision.FailureKind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.UnsupportedSchemeException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindsTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                // the failure, before the request was sent, after
                arguments(new ConnectException("Connection refused"), UNREACHABLE, UNREACHABLE),
                arguments(new HttpHostConnectException("refused"), UNREACHABLE, UNREACHABLE),
                arguments(new ConnectTimeoutException("slow"), UNREACHABLE, UNREACHABLE),
                arguments(new UnknownHostException("x"), UNREACHABLE, UNREACHABLE),
                arguments(new NoRouteToHostException("x"), UNREACHABLE, UNREACHABLE),
                arguments(new RequestNotExecutedException(), UNREACHABLE, UNREACHABLE),
                arguments(new H2StreamResetException(H2Error.REFUSED_STREAM, "no"), UNREACHABLE, UNREACHABLE),
                arguments(new H2StreamResetException(H2Error.CANCEL, "no"), UNREACHABLE, BROKEN),
                arguments(new H2StreamResetException(H2Error.INTERNAL_ERROR, "no"), UNREACHABLE, BROKEN),
                arguments(new H2StreamResetException(4711, "no"), UNREACHABLE, BROKEN),
                arguments(new H2StreamResetException(H2Error.ENHANCE_YOUR_CALM, "no"), PROTOCOL, PROTOCOL),
                arguments(new H2StreamResetException(H2Error.HTTP_1_1_REQUIRED, "no"), PROTOCOL, PROTOCOL),
                arguments(new H2StreamResetException(H2Error.INADEQUATE_SECURITY, "no"), PROTOCOL, PROTOCOL),
                arguments(new H2ConnectionException(H2Error.FRAME_SIZE_ERROR, "no"), PROTOCOL, BROKEN),
                arguments(new ConnectionShutdownException(), UNREACHABLE, BROKEN),
                arguments(new NoHttpResponseException("none"), UNREACHABLE, BROKEN),
                arguments(new ConnectionClosedException(), UNREACHABLE, BROKEN),
                arguments(new TruncatedChunkException("cut"), UNREACHABLE, BROKEN),
                arguments(new SocketException("Connection reset"), UNREACHABLE, BROKEN),
                arguments(new SocketTimeoutException("Read timed out"), UNREACHABLE, BROKEN),
                arguments(new EOFException(), UNREACHABLE, BROKEN),
                arguments(new IOException("who knows"), UNREACHABLE, BROKEN),
                arguments(new IOException("wrapped", new UnknownHostException("x")), UNREACHABLE, UNREACHABLE),
                arguments(new UncheckedIOException(new NoHttpResponseException("none")), UNREACHABLE, BROKEN),
                arguments(new SSLException("cut", new SocketException("reset")), UNREACHABLE, BROKEN),
                arguments(new SSLException("shut", new EOFException()), UNREACHABLE, BROKEN),
                arguments(handshake(new CertificateException("expired")), PROTOCOL, PROTOCOL),
                arguments(new SSLHandshakeException("Received fatal alert"), PROTOCOL, PROTOCOL),
                arguments(new SSLPeerUnverifiedException("other name"), PROTOCOL, PROTOCOL),
                arguments(new ClientProtocolException("bad"), INVALID_REQUEST, PROTOCOL),
                arguments(new ProtocolException("Target host is not specified"), INVALID_REQUEST, PROTOCOL),
                arguments(new ParseException("bad"), INVALID_REQUEST, PROTOCOL),
                arguments(new UnsupportedHttpVersionException("bad"), INVALID_REQUEST, PROTOCOL),
                arguments(new MessageConstraintException("long"), INVALID_REQUEST, PROTOCOL),
                arguments(new MalformedChunkCodingException("bad"), INVALID_REQUEST, PROTOCOL),
                arguments(new UnsupportedSchemeException("gopher"), INVALID_REQUEST, INVALID_REQUEST),
                arguments(new ConnectionRequestTimeoutException("none free"), LOCAL, LOCAL),
                arguments(new RequestFailedException("Request aborted"), ENDED, ENDED),
                arguments(new InterruptedIOException("shut down"), ENDED, ENDED),
                arguments(new SocketException("Closed by interrupt"), ENDED, ENDED),
                arguments(new CancellationException(), ENDED, ENDED),
                arguments(new IllegalStateException("a bug"), ENDED, ENDED),
                arguments(new StackOverflowError(), ENDED, ENDED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureMeansWhatItCanHaveDone(Throwable failure, FailureKind unsent, FailureKind sent) {
        assertThat(Failures.classify(failure, FailureKinds.UNSENT).kind()).isEqualTo(unsent);
        assertThat(Failures.classify(failure, FailureKinds.SENT).kind()).isEqualTo(sent);
    }

    private static SSLHandshakeException handshake(Exception cause) {
        SSLHandshakeException failure = new SSLHandshakeException(cause.getMessage());
        failure.initCause(cause);
        return failure;
    }
}
