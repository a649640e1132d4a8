// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The breakers and limiters that the application configured itself: used as they are, where they can be. */
final class ApplicationInstances {
    private ApplicationInstances() {}

    static Breaker breaker(String name, CircuitBreakerRegistry registry) {
        CircuitBreaker found = registry.find(name)
                .orElseThrow(() -> unknown(
                        "circuit-breaker.instance",
                        name,
                        registry.getAllCircuitBreakers().stream(),
                        CircuitBreaker::getName));
        CircuitBreakerConfig config = found.getCircuitBreakerConfig();
        for (HttpServerFailure failure : List.of(HttpServerFailure.ERROR_STATUS, HttpServerFailure.NO_RESPONSE)) {
            if (config.getIgnoreExceptionPredicate().test(failure)) {
                throw uncounted(name, "be ignored", "take it out of ignoreExceptions and ignoreException");
            }
            if (!config.getRecordExceptionPredicate().test(failure)) {
                throw uncounted(name, "count as a success", "add it to recordExceptions or recordException");
            }
        }
        return new Resilience4jBreaker(found, null, true);
    }

    static Limiter limiter(String name, RateLimiterRegistry registry) {
        RateLimiter found = registry.find(name)
                .orElseThrow(() -> unknown(
                        "rate-limit.instance", name, registry.getAllRateLimiters().stream(), RateLimiter::getName));
        if (found instanceof SemaphoreBasedRateLimiter) {
            throw new IllegalArgumentException("rate-limit.instance: '" + name
                    + "' is a SemaphoreBasedRateLimiter, which cannot reserve; any other RateLimiter is allowed");
        }
        return found instanceof Limiter limiter ? limiter : new FixedWindowLimiter(found, false);
    }

    private static IllegalArgumentException uncounted(String name, String fate, String remedy) {
        String type = HttpServerFailure.class.getName();
        return new IllegalArgumentException("circuit-breaker.instance: with the configuration of circuit breaker '"
                + name + "' a server error would " + fate + " (it is reported as " + type + "); " + remedy);
    }

    private static <T> IllegalArgumentException unknown(
            String key, String name, Stream<T> known, Function<T, String> nameOf) {
        String names = known.map(nameOf).sorted().collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                key + ": '" + name + "' is not in the registry; known: " + (names.isEmpty() ? "none" : names));
    }
}
