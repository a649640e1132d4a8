// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter;
import io.github.resilienthttp.policy.Policy;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ApplicationInstancesTest {
    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final SteppedTicker ticker = new SteppedTicker();

    @Test
    void aBreakerOfTheApplicationIsUsedAsItIs() {
        CircuitBreaker theirs = define("theirs", config -> config.recordExceptions(IOException.class)
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2));
        Breaker breaker = registries.breaker("github", GateSettings.breakerNamed("theirs"), ticker);
        assertThat(breaker.timed()).isTrue();
        assertThat(registries.breakers().find("github")).isEmpty();
        breaker.success(Resilience4jBreakerTest.acquire(breaker), 1);
        // Of no type that they record: the verdict counts, not the type.
        breaker.failure(Resilience4jBreakerTest.acquire(breaker), 1, new IllegalStateException());
        assertThat(theirs.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(breaker.openUntil(0)).isEqualTo(Breaker.NOT_OPEN);
        assertThat(breaker.tryAcquire()).isNull();
        breaker.isolate();
        assertThat(breaker.openUntil(0)).isEqualTo(Breaker.UNKNOWN);
        theirs.transitionToMetricsOnlyState();
        assertThat(breaker.state()).isEqualTo(Breaker.State.DISABLED);
    }

    @Test
    void aBreakerThatWouldTakeServerErrorsForSuccessesIsRefused() {
        define("strict", config -> config.recordExceptions(IllegalStateException.class));
        assertThatThrownBy(() -> registries.breaker("github", GateSettings.breakerNamed("strict"), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "circuit-breaker.instance: with the configuration of circuit breaker 'strict' a server error"
                                + " would count as a success (it is reported as io.github.resilienthttp.gate.HttpServerFailure);"
                                + " add it to recordExceptions or recordException");
    }

    @Test
    void aBreakerThatWouldIgnoreServerErrorsIsRefused() {
        define("blind", config -> config.ignoreExceptions(IOException.class));
        assertThatThrownBy(() -> registries.breaker("github", GateSettings.breakerNamed("blind"), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'blind'", "would be ignored", "take it out of ignoreExceptions");
    }

    @Test
    void anUnknownInstanceIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> registries.breaker("github", GateSettings.breakerNamed("theris"), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("circuit-breaker.instance: 'theris' is not in the registry; known: none");
        define("theirs", config -> config);
        define("others", config -> config);
        assertThatThrownBy(() -> registries.breaker("github", GateSettings.breakerNamed("theris"), ticker))
                .hasMessageEndingWith("known: others, theirs");
        registries.limiters().rateLimiter("slow");
        assertThatThrownBy(() -> registries.limiter("github", GateSettings.rateNamed("fast"), ticker))
                .hasMessage("rate-limit.instance: 'fast' is not in the registry; known: slow");
    }

    @Test
    void aLimiterOfTheApplicationIsUsedAsItIs() {
        RateLimiter theirs = registries
                .limiters()
                .rateLimiter(
                        "theirs",
                        RateLimiterConfig.custom()
                                .limitForPeriod(2)
                                .limitRefreshPeriod(Duration.ofHours(1))
                                .timeoutDuration(Duration.ZERO)
                                .build());
        Limiter limiter = registries.limiter("github", GateSettings.rateNamed("theirs"), ticker);
        assertThat(limiter.reserve(7, 7)).isEqualTo(7);
        assertThat(theirs.reservePermission()).isZero();
        assertThat(limiter.reserve(7, Long.MAX_VALUE)).isEqualTo(Limiter.REFUSED);
        assertThat(limiter.idle(7)).isTrue();
        registries.forget("theirs", DisabledBreaker.INSTANCE, limiter);
        assertThat(registries.limiters().find("theirs")).contains(theirs);
    }

    @Test
    void aSlidingLimiterOfAnotherClientIsSharedAsAWhole() {
        Limiter first = registries.limiter(
                "first", GateSettings.rate(2, Duration.ofSeconds(1), Policy.RateLimit.Window.SLIDING), ticker);
        assertThat(registries.limiter("second", GateSettings.rateNamed("first"), ticker))
                .isSameAs(first);
    }

    @Test
    void aLimiterThatCannotReserveIsRefused() {
        registries.limiters().rateLimiter("semaphore");
        SemaphoreBasedRateLimiter semaphore =
                new SemaphoreBasedRateLimiter("semaphore", RateLimiterConfig.ofDefaults());
        try {
            registries.limiters().replace("semaphore", semaphore);
            assertThatThrownBy(() -> registries.limiter("github", GateSettings.rateNamed("semaphore"), ticker))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("rate-limit.instance", "'semaphore'", "cannot reserve");
        } finally {
            semaphore.shutdown();
        }
    }

    private CircuitBreaker define(String name, UnaryOperator<CircuitBreakerConfig.Builder> configured) {
        return registries
                .breakers()
                .circuitBreaker(
                        name, configured.apply(CircuitBreakerConfig.custom()).build());
    }
}
