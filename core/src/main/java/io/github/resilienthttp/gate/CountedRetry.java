// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.core.EventProcessor;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * A retry of Resilience4j's with counters beside its own: those are reached through contexts only, which cost two counts for a
 * call that goes well and objects for each of the others. Its metrics are the sums. Thread-safe.
 */
final class CountedRetry implements Retry {
    final LongAdder succeeded = new LongAdder();
    final LongAdder recovered = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder exhausted = new LongAdder();
    /** Of the calls that were sent more than once. */
    final LongAdder attempts = new LongAdder();

    private final Retry inner;
    private final Retry.Metrics sums = new Sums();

    CountedRetry(Retry inner) {
        this.inner = inner;
    }

    /** Whether anybody listens to its events: only contexts make them. */
    boolean heard() {
        return !(inner.getEventPublisher() instanceof EventProcessor<?> events) || events.hasConsumers();
    }

    @Override
    public String getName() {
        return inner.getName();
    }

    @Override
    public <T> Retry.Context<T> context() {
        return inner.context();
    }

    @Override
    public <T> Retry.AsyncContext<T> asyncContext() {
        return inner.asyncContext();
    }

    @Override
    public RetryConfig getRetryConfig() {
        return inner.getRetryConfig();
    }

    @Override
    public Map<String, String> getTags() {
        return inner.getTags();
    }

    @Override
    public Retry.EventPublisher getEventPublisher() {
        return inner.getEventPublisher();
    }

    @Override
    public Retry.Metrics getMetrics() {
        return sums;
    }

    private final class Sums implements Retry.Metrics {
        @Override
        public long getNumberOfSuccessfulCallsWithoutRetryAttempt() {
            return succeeded.sum() + inner.getMetrics().getNumberOfSuccessfulCallsWithoutRetryAttempt();
        }

        @Override
        public long getNumberOfFailedCallsWithoutRetryAttempt() {
            return failed.sum() + inner.getMetrics().getNumberOfFailedCallsWithoutRetryAttempt();
        }

        @Override
        public long getNumberOfSuccessfulCallsWithRetryAttempt() {
            return recovered.sum() + inner.getMetrics().getNumberOfSuccessfulCallsWithRetryAttempt();
        }

        @Override
        public long getNumberOfFailedCallsWithRetryAttempt() {
            return exhausted.sum() + inner.getMetrics().getNumberOfFailedCallsWithRetryAttempt();
        }

        @Override
        public long getNumberOfTotalCalls() {
            return succeeded.sum()
                    + failed.sum()
                    + attempts.sum()
                    + inner.getMetrics().getNumberOfTotalCalls();
        }
    }
}
