package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Sorts exceptions into kinds of failure by walking their cause chain, since clients wrap them differently: the JDK's client
 * reports a DNS failure as a {@link ConnectException} caused by an {@link UnresolvedAddressException}, others hide a timeout
 * in a plain {@link IOException}.
 */
public final class Failures {
    private static final int LONGEST_CHAIN = 16;

    private Failures() {}

    /**
     * The failure as facts. The client's rule is asked about each link of the chain first, outermost first; then the
     * types of the JDK are. What nobody knows is {@code BROKEN} where it is an {@link IOException} (the request may have
     * been acted on), else {@code ENDED}.
     */
    public static Outcome.Failure classify(Throwable failure, FailureRule client) {
        boolean timeout = any(failure, Failures::isTimeout);
        FailureKind kind = first(failure, client);
        if (kind == null) {
            kind = tls(failure);
        }
        if (kind == null) {
            kind = first(failure, Failures::ofJdk);
        }
        if (kind == null) {
            kind = any(failure, IOException.class::isInstance) ? FailureKind.BROKEN : FailureKind.ENDED;
        }
        return new Outcome.Failure(kind, timeout, failure);
    }

    private static @Nullable FailureKind first(Throwable failure, FailureRule rule) {
        Throwable link = failure;
        for (int n = 0; link != null && n < LONGEST_CHAIN; n++) {
            FailureKind kind = rule.kindOf(link);
            if (kind != null) {
                return kind;
            }
            link = link.getCause();
        }
        return null;
    }

    private static boolean any(Throwable failure, Predicate<Throwable> test) {
        Throwable link = failure;
        for (int n = 0; link != null && n < LONGEST_CHAIN; n++) {
            if (test.test(link)) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    private static boolean isTimeout(Throwable link) {
        return link instanceof SocketTimeoutException
                || link instanceof TimeoutException
                || link.getClass().getName().startsWith("java.net.http.Http") && link.getClass().getName().endsWith("TimeoutException");
    }

    private static @Nullable FailureKind tls(Throwable failure) {
        if (!any(failure, SSLException.class::isInstance)) {
            return null;
        }
        if (any(failure, link -> link instanceof CertificateException
                || link instanceof CertPathValidatorException
                || link instanceof SSLPeerUnverifiedException)) {
            return FailureKind.PROTOCOL;
        }
        boolean cutOff = any(failure, link -> link instanceof EOFException
                || link instanceof SocketException
                || link instanceof SocketTimeoutException);
        if (any(failure, SSLHandshakeException.class::isInstance)) {
            // The request is sent after the handshake only; a peer that hangs up meanwhile has not seen it.
            return cutOff ? FailureKind.UNREACHABLE : FailureKind.PROTOCOL;
        }
        return cutOff ? FailureKind.BROKEN : FailureKind.PROTOCOL;
    }

    private static @Nullable FailureKind ofJdk(Throwable link) {
        if (link instanceof ConnectException
                || link instanceof NoRouteToHostException
                || link instanceof UnknownHostException
                || link instanceof UnresolvedAddressException
                || link.getClass().getName().equals("java.net.http.HttpConnectTimeoutException")) {
            return FailureKind.UNREACHABLE;
        }
        if (link instanceof SocketTimeoutException timeout) {
            // java.net.Socket tells a connect timeout from a read timeout by this word only.
            String message = timeout.getMessage();
            return message != null && message.regionMatches(true, 0, "connect", 0, 7)
                    ? FailureKind.UNREACHABLE
                    : FailureKind.BROKEN;
        }
        if (link instanceof ProtocolException) {
            return FailureKind.PROTOCOL;
        }
        if (link instanceof MalformedURLException
                || link instanceof URISyntaxException
                || link instanceof UnknownServiceException) {
            return FailureKind.INVALID_REQUEST;
        }
        if (link instanceof InterruptedIOException
                || link instanceof InterruptedException
                || link instanceof ClosedByInterruptException
                || link instanceof CancellationException) {
            return FailureKind.ENDED;
        }
        return link instanceof SocketException || link instanceof EOFException || link instanceof TimeoutException
                ? FailureKind.BROKEN
                : null;
    }
}
