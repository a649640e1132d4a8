// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
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
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    private static final FailureRule KNOWS_NOTHING = link -> null;

    static List<Throwable> neverSent() {
        return List.of(
                new ConnectException("Connection refused"),
                caused(new ConnectException(), caused(new ConnectException(), new ClosedChannelException())),
                caused(new ConnectException(), caused(new ConnectException(), new UnresolvedAddressException())),
                new IOException(new UnresolvedAddressException()),
                new NoRouteToHostException("No route to host"),
                new UnknownHostException("nowhere.invalid"),
                new SocketTimeoutException("Connect timed out"),
                new SocketTimeoutException("connect timed out"),
                new SocketTimeoutException("Connect to 127.0.0.1:1 failed: Connect timed out"),
                caused(new HttpConnectTimeoutException("HTTP connect timed out"), new ConnectException()),
                new IOException("Received RST_STREAM: Stream not processed"),
                new IOException("request not processed by peer"),
                new UncheckedIOException(new ConnectException("Connection refused")));
    }

    @ParameterizedTest
    @MethodSource("neverSent")
    void isUnreachable(Throwable failure) {
        assertKind(FailureKind.UNREACHABLE, failure);
    }

    static List<Throwable> maybeSent() {
        return List.of(
                new SocketException("Connection reset"),
                new SocketException("Unexpected end of file from server"),
                new SocketException(),
                new SocketTimeoutException("Read timed out"),
                new SocketTimeoutException("30000 MILLISECONDS"),
                new SocketTimeoutException(),
                new HttpTimeoutException("request timed out"),
                caused(new HttpTimeoutException("Request timed out"), new CancellationException()),
                new TimeoutException("Total timeout 300 ms elapsed"),
                new IOException(new TimeoutException("Idle timeout 300 ms")),
                new InterruptedIOException("timeout"),
                new EOFException("EOF reached while reading"),
                caused(new IOException("HTTP/1.1 header parser received no bytes"), new EOFException()),
                new IOException("Received RST_STREAM: Internal error"),
                new IOException("/127.0.0.1:80: GOAWAY received"),
                new IOException("Connection reset by peer"),
                new IOException(new NullPointerException()),
                new ClosedChannelException());
    }

    @ParameterizedTest
    @MethodSource("maybeSent")
    void isBroken(Throwable failure) {
        assertKind(FailureKind.BROKEN, failure);
    }

    @Test
    void aHeadThatCannotBeParsedIsOfTheProtocol() {
        assertKind(FailureKind.PROTOCOL, new ProtocolException("Invalid status line: \"hello\""));
    }

    static List<Throwable> badAddresses() {
        return List.of(
                new MalformedURLException("unknown protocol: nope"),
                new UnknownServiceException("no content-type"),
                new IllegalArgumentException(new URISyntaxException("http://a b/", "Illegal character in authority")));
    }

    @ParameterizedTest
    @MethodSource("badAddresses")
    void isAnInvalidRequest(Throwable failure) {
        assertKind(FailureKind.INVALID_REQUEST, failure);
    }

    @Test
    void noLocalPortIsLocal() {
        assertKind(FailureKind.LOCAL, new BindException("Cannot assign requested address"));
    }

    static List<Throwable> ends() {
        return List.of(
                new InterruptedException(),
                new IOException("Request was interrupted", new InterruptedException()),
                new InterruptedIOException("Request aborted"),
                new InterruptedIOException(),
                new ClosedByInterruptException(),
                new SocketException("Closed by interrupt"),
                new CancellationException(),
                new IOException(new CancellationException()),
                new IllegalArgumentException("invalid URI scheme ftp"),
                new IllegalStateException(),
                new NullPointerException(),
                new SecurityException(),
                new RejectedExecutionException("shut down"),
                new RuntimeException(new IllegalStateException()),
                new Exception("checked, and nobody's"),
                new OutOfMemoryError(),
                new StackOverflowError(),
                new AssertionError(new IOException("inside an error")),
                new IOException(new NoClassDefFoundError("x/Y")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void hasEnded(Throwable failure) {
        assertKind(FailureKind.ENDED, failure);
    }

    static List<Throwable> timeouts() {
        return List.of(
                new SocketTimeoutException(),
                new TimeoutException(),
                new HttpTimeoutException("request timed out"),
                new HttpConnectTimeoutException("HTTP connect timed out"),
                new HttpConnectTimeoutException("of time"),
                new HttpTimeoutException("of time"),
                new ConnectException("Connection timed out"),
                new InterruptedIOException("timeout"),
                new InterruptedIOException("Call Timed Out"));
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void timeRanOut(Throwable failure) {
        assertThat(classify(failure).timeout()).isTrue();
        assertThat(classify(new IOException("wrapped", failure)).timeout()).isTrue();
    }

    static List<Throwable> others() {
        return List.of(
                new ConnectException("Connection refused"),
                new InterruptedIOException("Request aborted"),
                new SocketException("Connection reset"),
                new IOException("no timeout"),
                new IllegalStateException("timed out"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void noTimeRanOut(Throwable failure) {
        assertThat(classify(failure).timeout()).isFalse();
    }

    @ParameterizedTest
    @MethodSource({"neverSent", "maybeSent", "badAddresses", "ends"})
    void whatFuturesWrapIsTheSame(Throwable failure) {
        FailureKind bare = classify(failure).kind();
        assertKind(bare, new ExecutionException(failure));
        assertKind(bare, new CompletionException(new ExecutionException(failure)));
    }

    @Test
    void theExceptionItselfIsTheCause() {
        IOException failure = new IOException();
        assertThat(classify(failure).cause()).isSameAs(failure);
    }

    @Test
    void theOutermostLinkThatIsKnownCounts() {
        assertKind(FailureKind.UNREACHABLE, caused(new ConnectException(), new SocketException("Connection reset")));
        assertKind(FailureKind.BROKEN, caused(new SocketException("Connection reset"), new ConnectException()));
    }

    @Test
    void theClientsRuleIsAskedAboutEveryLinkBeforeTheTypesOfTheJdkAre() {
        Throwable failure = new ConnectException();
        failure.initCause(new IllegalStateException("pool"));
        FailureRule rule = link -> link instanceof IllegalStateException ? FailureKind.LOCAL : null;
        assertThat(Failures.classify(failure, rule).kind()).isEqualTo(FailureKind.LOCAL);
    }

    @Test
    void theClientsRuleIsAskedAboutTheOutermostLinkFirst() {
        Throwable failure = new IOException(new IllegalStateException());
        FailureRule rule = link -> link instanceof IOException ? FailureKind.PROTOCOL : FailureKind.LOCAL;
        assertThat(Failures.classify(failure, rule).kind()).isEqualTo(FailureKind.PROTOCOL);
    }

    @Test
    void aCircleOfCausesHasAnEnd() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);
        assertKind(FailureKind.BROKEN, one);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16})
    void ofALongChainSixteenLinksCount(int wrappings) {
        Throwable failure = new ConnectException();
        for (int n = 0; n < wrappings; n++) {
            failure = new IllegalStateException(failure);
        }
        assertKind(wrappings == 15 ? FailureKind.UNREACHABLE : FailureKind.ENDED, failure);
    }

    private static Throwable caused(Throwable failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    private static Outcome.Failure classify(Throwable failure) {
        return Failures.classify(failure, KNOWS_NOTHING);
    }

    private static void assertKind(FailureKind kind, Throwable failure) {
        assertThat(classify(failure).kind()).as("%s", failure).isEqualTo(kind);
    }
}
