// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import java.net.HttpRetryException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What the exceptions of the clients behind Spring's request factories say of an attempt, as far as the JDK's types do not: by
 * name, since none of these clients need be there.
 */
final class FactoryFailures {
    private static final String HC5 = "org.apache.hc.client5.http.";
    private static final String CORE5 = "org.apache.hc.core5.http.";
    private static final String REACTOR_POOL = "reactor.netty.internal.shaded.reactor.pool.";
    private static final String LEASE_INTERRUPTED = HC5 + "impl.classic.RequestFailedException";
    private static final String JETTY_HTTP = "org.eclipse.jetty.http.HttpException$RuntimeException";
    /** Jetty's parser has one type for a head that it cannot read and for one that breaks off. */
    private static final String EARLY_END = ": Early EOF";

    private static final String NETTY_HTTP = "io.netty.handler.codec.http.";
    private static final String READ_TIMEOUT = "io.netty.handler.timeout.ReadTimeoutException";

    private static final Map<String, FailureKind> KINDS = Map.ofEntries(
            Map.entry(HC5 + "ConnectTimeoutException", FailureKind.UNREACHABLE),
            Map.entry(HC5 + "UnsupportedSchemeException", FailureKind.INVALID_REQUEST),
            Map.entry(HC5 + "ClientProtocolException", FailureKind.PROTOCOL),
            Map.entry(CORE5 + "ConnectionRequestTimeoutException", FailureKind.LOCAL),
            Map.entry(CORE5 + "RequestNotExecutedException", FailureKind.UNREACHABLE),
            Map.entry(CORE5 + "MessageConstraintException", FailureKind.PROTOCOL),
            Map.entry(REACTOR_POOL + "PoolAcquireTimeoutException", FailureKind.LOCAL),
            Map.entry(REACTOR_POOL + "PoolAcquirePendingLimitException", FailureKind.LOCAL),
            Map.entry("io.netty.handler.codec.TooLongFrameException", FailureKind.PROTOCOL),
            Map.entry(JETTY_HTTP, FailureKind.PROTOCOL),
            Map.entry("org.springframework.boot.http.client.FilteredHostException", FailureKind.INVALID_REQUEST));

    private FactoryFailures() {}

    /** An interrupt that nobody of ours sent ends the call, whatever the client makes of it. */
    static Outcome.Failure classify(Throwable failure) {
        if (failure instanceof AttemptTimeoutException timeout) {
            return new Outcome.Failure(timeout.kind(), true, failure);
        }
        Outcome.Failure known = Failures.classify(failure, FactoryFailures::kindOf);
        if (Thread.currentThread().isInterrupted()) {
            return new Outcome.Failure(FailureKind.ENDED, known.timeout(), failure);
        }
        return known.timeout() || !isNettyTimeout(failure) ? known : new Outcome.Failure(known.kind(), true, failure);
    }

    /** An attempt that was cut before it had a connection has not been sent; where nobody knows, it may have been. */
    static FailureKind whenCut(Throwable failure) {
        if (failure.getClass().getName().equals(LEASE_INTERRUPTED)) {
            return FailureKind.LOCAL;
        }
        FailureKind kind = Failures.classify(failure, FactoryFailures::kindOf).kind();
        return kind == FailureKind.UNREACHABLE || kind == FailureKind.LOCAL ? kind : FailureKind.BROKEN;
    }

    private static @Nullable FailureKind kindOf(Throwable link) {
        if (link instanceof CallRefusedException) {
            // Of a call within this one.
            return FailureKind.ENDED;
        }
        if (link instanceof RejectedExecutionException) {
            return FailureKind.LOCAL;
        }
        if (link instanceof HttpRetryException) {
            // A challenge that a body which is streamed cannot answer.
            return FailureKind.INVALID_REQUEST;
        }
        if (link instanceof IllegalArgumentException && isOfNettysDecoder(link)) {
            return FailureKind.PROTOCOL;
        }
        if (link.getClass().getName().equals(JETTY_HTTP)
                && String.valueOf(link.getMessage()).endsWith(EARLY_END)) {
            return FailureKind.BROKEN;
        }
        for (Class<?> type = link.getClass(); type != null; type = type.getSuperclass()) {
            FailureKind kind = KINDS.get(type.getName());
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    /** A status line that is none meets no exception of its own there. */
    private static boolean isOfNettysDecoder(Throwable link) {
        StackTraceElement[] frames = link.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(NETTY_HTTP);
    }

    private static boolean isNettyTimeout(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && cause.getClass().getName().equals(READ_TIMEOUT);
    }
}
