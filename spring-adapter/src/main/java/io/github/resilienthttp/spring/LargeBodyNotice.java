// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.policy.Policy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that a large body lay in memory because of an interceptor. Thread-safe. */
final class LargeBodyNotice {
    private static final Logger LOG = LoggerFactory.getLogger(ResilienceInterceptor.class);

    private final AtomicBoolean said = new AtomicBoolean();

    void heed(long length, Policy policy) {
        if (length > policy.replayMaxBody() && said.compareAndSet(false, true)) {
            LOG.warn(
                    "A request body of {} bytes (client {}, replay.max-body {}) was buffered whole, as Spring does for every"
                            + " interceptor. To stream such bodies put the engine into the request factory instead:"
                            + " ResilientClientHttpRequestFactory. Said once.",
                    length,
                    policy.client(),
                    policy.replayMaxBody());
        }
    }
}
