// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait for what no policy bounds. */
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
}
