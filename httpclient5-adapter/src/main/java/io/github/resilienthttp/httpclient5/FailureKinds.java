// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.call.FailureRule;
import io.github.resilienthttp.decision.FailureKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.UnsupportedSchemeException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.jspecify.annotations.Nullable;

/** What the exceptions of HttpClient say of an attempt. The type alone does not tell a reset before the request from one after. */
final class FailureKinds {
    /** For failures of attempts that had not begun to write the request. */
    static final FailureRule UNSENT = link -> kind(link, FailureKind.UNREACHABLE, FailureKind.INVALID_REQUEST);

    /** For failures of attempts whose request may have arrived. */
    static final FailureRule SENT = link -> kind(link, FailureKind.BROKEN, FailureKind.PROTOCOL);

    private FailureKinds() {}

    private static @Nullable FailureKind kind(Throwable link, FailureKind cutOff, FailureKind refusedByRules) {
        if (link instanceof SSLException tls) {
            return TlsFailures.kind(tls, cutOff);
        }
        if (link instanceof IOException io) {
            FailureKind known = always(io);
            return known != null ? known : byPhase(io, cutOff, refusedByRules);
        }
        if (link instanceof HttpException) {
            return refusedByRules;
        }
        if (link instanceof ConnectionShutdownException) {
            // A programming error by its type; it is thrown where a connection was closed between its lease and its
            // use.
            return cutOff;
        }
        if (link instanceof DeadlineTimeoutException) {
            // The pool of the clients that call back has no connection to spare.
            return FailureKind.LOCAL;
        }
        return link instanceof RuntimeException && !(link instanceof UncheckedIOException) ? FailureKind.ENDED : null;
    }

    private static @Nullable FailureKind always(IOException link) {
        if (link instanceof RequestNotExecutedException || link instanceof ConnectTimeoutException) {
            return FailureKind.UNREACHABLE;
        }
        if (link instanceof H2StreamResetException reset) {
            return resets(reset.getCode());
        }
        if (link instanceof UnsupportedSchemeException) {
            return FailureKind.INVALID_REQUEST;
        }
        if (link instanceof ConnectionRequestTimeoutException) {
            return FailureKind.LOCAL;
        }
        return ended(link) ? FailureKind.ENDED : null;
    }

    /** What the codes of RFC 9113 section 7 say by themselves; with the others the stream may have been served. */
    private static @Nullable FailureKind resets(int code) {
        H2Error error = H2Error.getByCode(code);
        if (error == null) {
            return null;
        }
        return switch (error) {
            case REFUSED_STREAM -> FailureKind.UNREACHABLE;
            // To come again is what each of them asks not to be done.
            case ENHANCE_YOUR_CALM, INADEQUATE_SECURITY, HTTP_1_1_REQUIRED -> FailureKind.PROTOCOL;
            default -> null;
        };
    }

    /** Aborts and interrupts (on a virtual thread an interrupt closes the socket), and refusals of a call within this one. */
    private static boolean ended(IOException link) {
        if (link instanceof InterruptedIOException) {
            return !(link instanceof SocketTimeoutException);
        }
        return link instanceof CallRefusedException
                || (link instanceof SocketException && "Closed by interrupt".equals(link.getMessage()));
    }

    private static @Nullable FailureKind byPhase(IOException link, FailureKind cutOff, FailureKind refusedByRules) {
        if (link instanceof NoHttpResponseException
                || link instanceof ConnectionClosedException
                || link instanceof HttpStreamResetException
                || link instanceof TruncatedChunkException) {
            return cutOff;
        }
        if (link instanceof ClientProtocolException
                || link instanceof MessageConstraintException
                || link instanceof MalformedChunkCodingException) {
            return refusedByRules;
        }
        boolean unsent = cutOff == FailureKind.UNREACHABLE;
        if (link instanceof H2ConnectionException) {
            // Before any request: it speaks no HTTP/2. Afterwards it may be another stream's fault.
            return unsent ? FailureKind.PROTOCOL : cutOff;
        }
        boolean socket = link instanceof SocketException
                || link instanceof SocketTimeoutException
                || link instanceof EOFException
                || link.getCause() == null;
        return unsent && socket ? cutOff : null;
    }
}
