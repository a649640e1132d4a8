package io.github.resilienthttp.gate;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;

/** Translates the policy of a breaker into Resilience4j's configuration. */
final class BreakerConfiguration {
    private BreakerConfiguration() {}

    static CircuitBreakerConfig of(Policy.Breaker settings, OpenTime openTime, Ticker ticker) {
        CircuitBreakerConfig.Builder builder = CircuitBreakerConfig.custom()
                .failureRateThreshold((float) settings.failureRate())
                .slowCallRateThreshold((float) settings.slowCallRate())
                .permittedNumberOfCallsInHalfOpenState(settings.halfOpenCalls())
                .waitIntervalFunctionInOpenState(openTime)
                // What a failure is has been decided before the breaker hears of it.
                .recordException(failure -> true)
                // A limit would close or open a breaker that only has little traffic. Every permit is settled instead.
                .maxWaitDurationInHalfOpenState(Duration.ZERO)
                // Opens a thread for all breakers, and a breaker nobody calls need not become half-open.
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .writableStackTraceEnabled(false)
                .clock(new TickerClock(ticker));
        Duration slow = settings.slowCallDuration();
        if (slow != null) {
            builder.slowCallDurationThreshold(slow);
        }
        window(builder, settings.window(), settings.minimumCalls());
        return builder.build();
    }

    private static void window(CircuitBreakerConfig.Builder builder, BreakerWindow window, int minimumCalls) {
        Duration duration = window.duration();
        if (duration == null) {
            builder.slidingWindow(window.calls(), minimumCalls, SlidingWindowType.COUNT_BASED);
            return;
        }
        // Resilience4j counts in whole seconds of its clock, the running one among them: rounded up, never down.
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("circuit-breaker.window: " + duration + " is not allowed; up to "
                    + Duration.ofSeconds(Integer.MAX_VALUE) + " is");
        }
        builder.slidingWindow((int) seconds, minimumCalls, SlidingWindowType.TIME_BASED);
    }

    /** Whether a breaker was made by an engine, not by the application. */
    static boolean ours(CircuitBreakerConfig config) {
        return config.getClock() instanceof TickerClock;
    }
}
