// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.policy.Policy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpResponse;

/** What an installation says once, since its user would want to change something about it. Thread-safe. */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(RestClientResilience.class);
    private static final String HTTP_COMPONENTS = "org.springframework.http.client.HttpComponentsClientHttpResponse";
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final AtomicBoolean largeBody = new AtomicBoolean();
    private final AtomicBoolean overrun = new AtomicBoolean();
    private final AtomicBoolean unprepared = new AtomicBoolean();

    /** A large body lay in memory because of an interceptor. */
    void buffered(long length, Policy policy) {
        long most = policy.replayMaxBody();
        if (length > most && largeBody.compareAndSet(false, true)) {
            LOG.warn(
                    "A request body of {} bytes (client {}, replay.max-body {}) was buffered whole, as Spring does for every"
                            + " interceptor. To stream such bodies put the engine into the request factory instead:"
                            + " RestClientResilience.streaming. Said once.",
                    length,
                    policy.client(),
                    most);
        }
    }

    /** An attempt went on although it was cut: for so long after its limit. */
    void overran(long late, long limit) {
        if (late > GRACE_NANOS && overrun.compareAndSet(false, true)) {
            LOG.warn(
                    "An attempt took {} ms, though timeout.attempt left it {} ms: its request factory cannot be cut from outside."
                            + " Give it connect and read timeouts of its own, or take another one, see docs/spring.md. Said once.",
                    TimeUnit.NANOSECONDS.toMillis(limit + late),
                    TimeUnit.NANOSECONDS.toMillis(limit));
        }
    }

    /** Apache's client is not told apart from outside, except by what its responses are called. */
    void answered(ClientHttpResponse response, boolean prepared) {
        if (!prepared
                && response.getClass().getName().equals(HTTP_COMPONENTS)
                && unprepared.compareAndSet(false, true)) {
            LOG.warn(
                    "Apache's HttpClient sends these attempts and was not prepared for it: unless switched off it repeats 429"
                            + " and 503 by itself, POST included, and its attempts cannot be cut. Build it with"
                            + " HttpComponentsResilience.prepare. Said once.");
        }
    }
}
