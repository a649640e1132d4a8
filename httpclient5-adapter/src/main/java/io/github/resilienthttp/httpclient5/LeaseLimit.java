// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the wait for a pooled connection, the one part of an attempt that cannot be cut from another thread. Remembers the last
 * answer: nearly all attempts of a client ask the same. Thread-safe.
 */
final class LeaseLimit {
    private record Answer(RequestConfig from, long millis, RequestConfig to) {}

    private volatile @Nullable Answer last;

    RequestConfig within(RequestConfig config, long nanos) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
        if (within(config.getConnectionRequestTimeout(), millis)) {
            return config;
        }
        Answer known = last;
        if (known != null && known.from == config && known.millis == millis) {
            return known.to;
        }
        RequestConfig bounded = RequestConfig.copy(config)
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(millis))
                .build();
        last = new Answer(config, millis, bounded);
        return bounded;
    }

    /** A timeout of 0 is none. */
    private static boolean within(@Nullable Timeout timeout, long millis) {
        return timeout != null && timeout.isEnabled() && timeout.toMilliseconds() <= millis;
    }
}
