// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.core.EventConsumer;
import io.github.resilience4j.core.EventProcessor;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnDrainedEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnFailureEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnSuccessEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a limiter does, to whoever registered; costs one field read while nobody did. A consumer that throws is
 * logged and changes nothing: the permit it was told of is taken already.
 */
final class RateLimiterEvents extends EventProcessor<RateLimiterEvent> implements RateLimiter.EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimiterEvents.class);

    private final String name;

    RateLimiterEvents(String name) {
        this.name = name;
    }

    void acquired(boolean granted, int permits) {
        if (hasConsumers()) {
            publish(
                    granted
                            ? new RateLimiterOnSuccessEvent(name, permits)
                            : new RateLimiterOnFailureEvent(name, permits));
        }
    }

    void drained(int permits) {
        if (hasConsumers()) {
            publish(new RateLimiterOnDrainedEvent(name, permits));
        }
    }

    private void publish(RateLimiterEvent event) {
        try {
            processEvent(event);
        } catch (RuntimeException e) {
            LOG.warn("A consumer of the events of rate limiter {} failed", name, e);
        }
    }

    @Override
    public RateLimiter.EventPublisher onSuccess(EventConsumer<RateLimiterOnSuccessEvent> consumer) {
        registerConsumer(RateLimiterOnSuccessEvent.class.getName(), consumer);
        return this;
    }

    @Override
    public RateLimiter.EventPublisher onFailure(EventConsumer<RateLimiterOnFailureEvent> consumer) {
        registerConsumer(RateLimiterOnFailureEvent.class.getName(), consumer);
        return this;
    }
}
