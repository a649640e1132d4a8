package io.github.resilienthttp.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole policy of one named client. Immutable; built by {@link PolicyBuilder} or bound from properties.
 */
public record Policy(
        String client,
        Mode mode,
        Set<Origin> origins,
        ScopeRule scope,
        Timeouts timeout,
        Retry retry,
        Backoff backoff,
        Duration retryAfterMaxWait,
        Throttle throttle,
        Hints hint,
        Cooldown cooldown,
        Budget budget,
        Breaker circuitBreaker,
        RateLimit rateLimit,
        IdempotencyKey idempotencyKey,
        @Nullable String attemptHeader,
        Discard discard,
        long replayMaxBody,
        ErrorPointers error) {

    public record Timeouts(Duration total, Duration attempt) {}

    public record Retry(int maxAttempts, StatusSet statuses, Set<String> methods) {}

    public record Backoff(Duration initial, double multiplier, Duration max, Jitter jitter) {}

    public record Throttle(WithoutHint withoutHint, UnsafeMethods unsafeMethods) {
        public enum WithoutHint {
            FAIL_FAST,
            BACKOFF
        }

        public enum UnsafeMethods {
            RETRY,
            FAIL_FAST
        }
    }

    public record Hints(List<HintHeader> headers, List<String> bodyPointers) {}

    public record Cooldown(
            boolean enabled, Duration maxWait, int maxWaiting, Duration maxHold, boolean onQuotaUsed) {}

    public record Budget(boolean enabled, int capacity, double deposit, Duration refillInterval) {}

    public record Breaker(
            boolean enabled,
            double failureRate,
            BreakerWindow window,
            int minimumCalls,
            Duration openFor,
            int halfOpenCalls,
            @Nullable Duration slowCallDuration,
            double slowCallRate,
            @Nullable String instance) {}

    /** {@code permits} and {@code period} are both given or both null (no rate limit). */
    public record RateLimit(
            @Nullable Integer permits,
            @Nullable Duration period,
            Window window,
            RateMargin margin,
            Duration maxWait,
            @Nullable String instance) {
        public enum Window {
            SLIDING,
            FIXED
        }
    }

    public record IdempotencyKey(String header, boolean generate) {}

    public record Discard(long maxDrain, Duration maxTime) {}

    public record ErrorPointers(
            @Nullable String code, @Nullable String message, @Nullable String fields, @Nullable String requestId) {}
}
