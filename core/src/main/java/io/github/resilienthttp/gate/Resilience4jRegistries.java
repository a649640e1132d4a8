// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Stable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The Resilience4j registries in which breakers, limiters and retries of the engine stand, so that endpoints and meters of
 * an application see them, and from which it takes those that a policy names as {@code instance}. Breaker and limiter are
 * named after their scope ({@code client}, or {@code client|key}), the retry after its client. Thread-safe.
 *
 * @param breakers for circuit breakers
 * @param limiters for rate limiters
 * @param retries for retries, of which only the counters are used
 */
@Stable
public record Resilience4jRegistries(
        CircuitBreakerRegistry breakers, RateLimiterRegistry limiters, RetryRegistry retries) {
    private static final ReentrantLock FINDING_RETRIES = new ReentrantLock();

    /**
     * Makes empty registries that nobody else knows.
     *
     * @return new registries with Resilience4j's defaults
     */
    public static Resilience4jRegistries own() {
        return new Resilience4jRegistries(
                CircuitBreakerRegistry.ofDefaults(), RateLimiterRegistry.ofDefaults(), RetryRegistry.ofDefaults());
    }

    /**
     * Looks whether what a policy names is there and fit, so that a start or a change fails before anything is made.
     *
     * @throws IllegalArgumentException as {@link #breaker} and {@link #limiter} would
     */
    void check(Policy policy) {
        String breaker = policy.circuitBreaker().instance();
        if (policy.circuitBreaker().enabled() && breaker != null) {
            ApplicationInstances.breaker(breaker, breakers);
        }
        String limiter = policy.rateLimit().instance();
        if (limiter != null) {
            theirs(limiter, policy.rateLimit());
        }
    }

    /**
     * Looks whether what a policy asks for can be made under this name.
     *
     * @throws IllegalArgumentException if the application has configured one of that name
     */
    void check(Policy policy, String name) {
        Policy.Breaker breaker = policy.circuitBreaker();
        if (breaker.enabled() && breaker.instance() == null) {
            breakers.find(name)
                    .ifPresent(found -> check(
                            BreakerConfiguration.ours(found.getCircuitBreakerConfig()),
                            "circuit breaker",
                            name,
                            "circuit-breaker.instance"));
        }
        if (policy.rateLimit().permits() != null && policy.rateLimit().instance() == null) {
            limiters.find(name)
                    .ifPresent(found -> check(
                            RateWindow.ours(found.getRateLimiterConfig()),
                            "rate limiter",
                            name,
                            "rate-limit.instance"));
        }
    }

    /**
     * Makes the breaker of a scope, anew where an engine had one of that name.
     *
     * @throws IllegalArgumentException if the application has configured one of that name, or the instance named by the
     *     policy is unknown or would not count server errors
     */
    Breaker breaker(String name, Policy.Breaker settings, Ticker ticker) {
        if (!settings.enabled()) {
            return DisabledBreaker.INSTANCE;
        }
        String instance = settings.instance();
        if (instance != null) {
            return ApplicationInstances.breaker(instance, breakers);
        }
        OpenTime openTime = new OpenTime(settings.openFor(), ticker);
        CircuitBreakerConfig config = BreakerConfiguration.of(settings, openTime, ticker);
        CircuitBreaker standing = breakers.circuitBreaker(name, config);
        if (standing.getCircuitBreakerConfig() != config) {
            check(
                    BreakerConfiguration.ours(standing.getCircuitBreakerConfig()),
                    "circuit breaker",
                    name,
                    "circuit-breaker.instance");
            standing = CircuitBreaker.of(name, config, breakers.getTags());
            breakers.replace(name, standing);
        }
        return new Resilience4jBreaker(standing, openTime, settings.slowCallDuration() != null);
    }

    /**
     * Makes the limiter of a scope, anew where an engine had one of that name.
     *
     * @throws IllegalArgumentException if the application has configured one of that name, or the instance named by the
     *     policy is unknown or unfit
     */
    Limiter limiter(String name, Policy.RateLimit settings, Ticker ticker) {
        String instance = settings.instance();
        if (instance != null) {
            return theirs(instance, settings);
        }
        if (settings.permits() == null && settings.period() == null) {
            return UnlimitedLimiter.INSTANCE;
        }
        RateWindow window = RateWindow.of(settings);
        if (settings.window() == Policy.RateLimit.Window.FIXED) {
            RateLimiter fixed =
                    register(name, new AtomicRateLimiter(name, window.config(), limiters.getTags(), ticker::nanos));
            return new FixedWindowLimiter(fixed, true);
        }
        SlidingWindowRateLimiter sliding = new SlidingWindowRateLimiter(name, window, limiters.getTags(), ticker);
        register(name, sliding);
        return sliding;
    }

    private Limiter theirs(String instance, Policy.RateLimit settings) {
        if (settings.permits() != null || settings.period() != null) {
            throw new IllegalArgumentException("rate-limit.instance: '" + instance
                    + "' has its own limit; rate-limit.permits and rate-limit.period are not allowed with it");
        }
        return ApplicationInstances.limiter(instance, limiters);
    }

    private RateLimiter register(String name, RateLimiter limiter) {
        RateLimiter standing = limiters.rateLimiter(name, limiter.getRateLimiterConfig());
        check(RateWindow.ours(standing.getRateLimiterConfig()), "rate limiter", name, "rate-limit.instance");
        limiters.replace(name, limiter);
        return limiter;
    }

    /**
     * Finds or makes the counters of a client, whose numbers go on where an engine had them.
     *
     * @throws IllegalArgumentException if the application has configured a retry of that name
     */
    RetryCounters retry(String client) {
        // Two engines that begin at the same moment must not count on two that take each other's place.
        FINDING_RETRIES.lock();
        try {
            return new RetryCounters(counted(client));
        } finally {
            FINDING_RETRIES.unlock();
        }
    }

    private CountedRetry counted(String client) {
        Retry standing = retries.retry(client, RetryCounters.config());
        if (standing instanceof CountedRetry counted) {
            return counted;
        }
        if (!RetryCounters.ours(standing.getRetryConfig())) {
            throw new IllegalArgumentException("retry '" + client
                    + "' is configured in Resilience4j, and the client of that name as well: the engine decides on retries;"
                    + " remove or rename the one in Resilience4j");
        }
        CountedRetry counted = new CountedRetry(standing);
        retries.replace(client, counted);
        return counted;
    }

    /** Takes out what was made for a scope that is forgotten. What has been replaced since, or was never ours, stays. */
    void forget(String name, Breaker breaker, Limiter limiter) {
        if (breaker instanceof Resilience4jBreaker made
                && breakers.find(name).filter(found -> found == made.breaker()).isPresent()
                && BreakerConfiguration.ours(made.breaker().getCircuitBreakerConfig())) {
            breakers.remove(name);
        }
        Object made = limiter instanceof FixedWindowLimiter fixed ? fixed.limiter() : limiter;
        if (limiters.find(name)
                .filter(found -> found == made && RateWindow.ours(found.getRateLimiterConfig()))
                .isPresent()) {
            limiters.remove(name);
        }
    }

    /** Takes out the counters of a client that is gone. */
    void forgetRetry(String client) {
        if (retries.find(client)
                .filter(found -> RetryCounters.ours(found.getRetryConfig()))
                .isPresent()) {
            retries.remove(client);
        }
    }

    private static void check(boolean ours, String what, String name, String key) {
        if (!ours) {
            throw new IllegalArgumentException(what + " '" + name
                    + "' is configured in Resilience4j, and the client's policy as well: set " + key + "=" + name
                    + " to use it, or remove or rename the one in Resilience4j");
        }
    }
}
