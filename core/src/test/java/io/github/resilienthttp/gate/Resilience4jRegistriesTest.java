// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilienthttp.policy.Policy.RateLimit;
import io.github.resilienthttp.policy.Policy.RateLimit.Window;
import io.github.resilienthttp.policy.RateMargin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Resilience4jRegistriesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SteppedTicker ticker = new SteppedTicker();
    private final CircuitBreakerRegistry breakers =
            CircuitBreakerRegistry.custom().withTags(Map.of("team", "a")).build();
    private final RateLimiterRegistry limiters =
            RateLimiterRegistry.custom().withTags(Map.of("team", "a")).build();
    private final Resilience4jRegistries registries =
            new Resilience4jRegistries(breakers, limiters, RetryRegistry.ofDefaults());

    @Test
    void theRegistriesSeeWhatTheEngineUses() {
        Breaker breaker = registries.breaker("github", GateSettings.breaker(), ticker);
        Limiter limiter = registries.limiter("github", GateSettings.rate(3, SECOND, Window.SLIDING), ticker);
        CircuitBreaker seen = breakers.find("github").orElseThrow();
        seen.transitionToForcedOpenState();
        assertThat(breaker.state()).isEqualTo(Breaker.State.ISOLATED);
        assertThat(seen.getTags()).isEqualTo(Map.of("team", "a"));
        limiter.reserve(0, 0);
        RateLimiter seenLimiter = limiters.find("github").orElseThrow();
        assertThat(seenLimiter.getMetrics().getAvailablePermissions()).isEqualTo(2);
        assertThat(seenLimiter.getTags()).isEqualTo(Map.of("team", "a"));
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void whatIsForgottenLeavesTheRegistries(Window window) {
        Breaker breaker = registries.breaker("github|a", GateSettings.breaker(), ticker);
        Limiter limiter = registries.limiter("github|a", GateSettings.rate(3, SECOND, window), ticker);
        registries.retry("github");
        registries.forget("github|a", breaker, limiter);
        registries.forgetRetry("github");
        assertThat(breakers.getAllCircuitBreakers()).isEmpty();
        assertThat(limiters.getAllRateLimiters()).isEmpty();
        assertThat(registries.retries().getAllRetries()).isEmpty();
        registries.forget("github|a", DisabledBreaker.INSTANCE, UnlimitedLimiter.INSTANCE);
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void whatWasMadeAnewIsNotForgottenWithTheOld(Window window) {
        Breaker oldBreaker = registries.breaker("github", GateSettings.breaker(), ticker);
        Limiter oldLimiter = registries.limiter("github", GateSettings.rate(3, SECOND, window), ticker);
        Breaker breaker = registries.breaker("github", GateSettings.breaker(), ticker);
        Limiter limiter = registries.limiter("github", GateSettings.rate(4, SECOND, window), ticker);
        oldBreaker.isolate();
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
        registries.forget("github", oldBreaker, oldLimiter);
        breaker.isolate();
        assertThat(breakers.find("github").orElseThrow().getState()).isEqualTo(CircuitBreaker.State.FORCED_OPEN);
        assertThat(limiters.find("github").orElseThrow().getRateLimiterConfig().getLimitForPeriod())
                .isEqualTo(4);
        registries.forget("github", breaker, limiter);
        assertThat(limiters.find("github")).isEmpty();
        assertThat(breakers.find("github")).isEmpty();
    }

    @Test
    void theSameThingConfiguredInBothPlacesIsRefused() {
        breakers.circuitBreaker("github");
        limiters.rateLimiter("github", RateLimiterConfig.ofDefaults());
        registries.retries().retry("github");
        assertThatThrownBy(() -> registries.breaker("github", GateSettings.breaker(), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("circuit breaker 'github'", "set circuit-breaker.instance=github");
        assertThatThrownBy(() -> registries.limiter("github", GateSettings.rate(3, SECOND, Window.SLIDING), ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rate limiter 'github'", "set rate-limit.instance=github");
        assertThatThrownBy(() -> registries.retry("github"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retry 'github'");
        registries.forgetRetry("github");
        assertThat(registries.retries().find("github")).isPresent();
    }

    @Test
    void anInstanceAndALimitOfItsOwnExcludeEachOther() {
        RateLimit both =
                new RateLimit(3, SECOND, Window.SLIDING, new RateMargin(1, null), Duration.ofSeconds(10), "theirs");
        assertThatThrownBy(() -> registries.limiter("github", both, ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rate-limit.instance", "'theirs'", "not allowed with it");
    }

    @Test
    void countersOfAClientGoOn() {
        registries.retry("github").succeeded();
        registries.retry("github").succeeded();
        assertThat(registries.retries().retry("github").getMetrics().getNumberOfSuccessfulCallsWithoutRetryAttempt())
                .isEqualTo(2);
    }

    @Test
    void withoutALimitEverythingIsGrantedAtOnce() {
        RateLimit none = new RateLimit(null, null, Window.SLIDING, new RateMargin(1, null), SECOND, null);
        Limiter limiter = registries.limiter("github", none, ticker);
        assertThat(limiter.reserve(5, 5)).isEqualTo(5);
        limiter.refund(5);
        assertThat(limiter.earliest(5)).isEqualTo(5);
        assertThat(limiter.idle(5)).isTrue();
        assertThat(limiters.getAllRateLimiters()).isEmpty();
    }
}
