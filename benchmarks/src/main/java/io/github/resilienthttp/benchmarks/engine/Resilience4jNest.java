// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Resilience4j's decorators as users nest them: Retry(CircuitBreaker(RateLimiter)).
 *
 * @param retry the outermost: three attempts, no delay, for results that are bad
 * @param breaker over 100 calls, opening at a share of failures that is never reached
 * @param limiter one that never makes anybody wait
 */
public record Resilience4jNest(Retry retry, CircuitBreaker breaker, RateLimiter limiter) {
    private static final String NAME = "peer";

    /**
     * A nest for results of some kind.
     *
     * @param bad which results are failures
     * @return a new one
     */
    public static Resilience4jNest of(Predicate<Object> bad) {
        return new Resilience4jNest(
                Retry.of(NAME, retrying(bad)),
                CircuitBreaker.of(NAME, breaking(bad)),
                RateLimiter.of(NAME, limiting()));
    }

    /** {@return one for statuses, where 500 and above are failures} */
    static Resilience4jNest ofStatuses() {
        return of(Resilience4jNest::badStatus);
    }

    /** {@return the same, with Resilience4j's own meters in a Prometheus registry} */
    static Resilience4jNest metered() {
        RetryRegistry retries = RetryRegistry.of(retrying(Resilience4jNest::badStatus));
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breaking(Resilience4jNest::badStatus));
        RateLimiterRegistry limiters = RateLimiterRegistry.of(limiting());
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(registry);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(registry);
        return new Resilience4jNest(retries.retry(NAME), breakers.circuitBreaker(NAME), limiters.rateLimiter(NAME));
    }

    private static boolean badStatus(Object result) {
        return Statuses.bad((Integer) result);
    }

    private static RetryConfig retrying(Predicate<Object> bad) {
        return RetryConfig.custom()
                .maxAttempts(3)
                .intervalBiFunction((attempt, outcome) -> 0L)
                .retryOnResult(bad)
                .build();
    }

    private static CircuitBreakerConfig breaking(Predicate<Object> bad) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(100)
                .failureRateThreshold(100)
                .waitDurationInOpenState(Duration.ofHours(24))
                .recordResult(bad)
                .build();
    }

    private static RateLimiterConfig limiting() {
        return RateLimiterConfig.custom()
                .limitForPeriod(1_000_000)
                .limitRefreshPeriod(Duration.ofMillis(10))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /**
     * All three round a call.
     *
     * @param <T> the result
     * @param call the call
     * @return the decorated call
     */
    public <T> Callable<T> decorate(Callable<T> call) {
        return withoutLimiter(RateLimiter.decorateCallable(limiter, call));
    }

    /**
     * Retry and breaker round a call.
     *
     * @param <T> the result
     * @param call the call
     * @return the decorated call
     */
    <T> Callable<T> withoutLimiter(Callable<T> call) {
        return Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, call));
    }
}
