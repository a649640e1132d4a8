// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** How long to wait for what no policy bounds, and no longer. */
record Patience(ResilientHttp http, CallOptions options) {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_BODY = Duration.ofSeconds(1);
    private static final Duration LONGEST_BODY = Duration.ofSeconds(10);

    /** The socket's own patience must never be what ends an attempt. */
    Duration silence() {
        return http.clients().values().stream()
                .map(one -> one.policy().timeout())
                .map(Policy.Timeouts::attempt)
                .map(attempt -> attempt.plusSeconds(2))
                .reduce(LONGEST_SILENCE, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** What the deadline leaves for the body, but never so little that a small one is lost, nor so much that one seems stuck. */
    Duration body(@Nullable CallReport report, long start) {
        Duration total = options.deadline();
        if (total == null) {
            total = report == null
                    ? LONGEST_BODY
                    : http.client(report.client()).policy().timeout().total();
        }
        Duration left = total.minusNanos(System.nanoTime() - start);
        if (left.compareTo(SHORTEST_BODY) < 0) {
            return SHORTEST_BODY;
        }
        return left.compareTo(LONGEST_BODY) > 0 ? LONGEST_BODY : left;
    }

    /** Of a blocking client: so many connections, whose silence is borne as long as that. */
    HttpClientBuilder pooled(int connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(connection())
                        .build());
    }

    ConnectionConfig connection() {
        return ConnectionConfig.custom()
                .setSocketTimeout(Timeout.of(silence()))
                // The server may close a connection at any time: look before one is used again.
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build();
    }

    /** Reads a body to its end, or breaks it off when its time is up; {@code request} is the one it answers. */
    void read(InputStream body, BodyDigest digest, Duration longest, Cancellable request) throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        Watchdog.Guard guard = http.watchdog().arm(http.time().nanos() + longest.toNanos(), () -> {
            cut.set(true);
            request.cancel();
        });
        try {
            digest.read(body);
        } catch (IOException | RuntimeException brokenOff) {
            // Closing a response reads it to its end: this one may have none.
            request.cancel();
            if (cut.get()) {
                throw new SocketTimeoutException("the body had not ended after " + longest.toMillis() + " ms");
            }
            throw brokenOff;
        } finally {
            guard.disarm();
        }
    }
}
