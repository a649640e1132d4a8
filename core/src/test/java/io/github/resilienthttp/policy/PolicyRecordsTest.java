package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicyRecordsTest {
    private static final Duration MINUS = Duration.ofMillis(-1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refuseWhatCanNeverWork() {
        refused("timeout.total", () -> new Policy.Timeouts(Duration.ZERO, SECOND));
        refused("timeout.attempt", () -> new Policy.Timeouts(SECOND, MINUS));
        refused("retry.max-attempts", () -> new Policy.Retry(0, StatusSet.parse("none"), Set.of()));
        refused("backoff.initial", () -> new Policy.Backoff(MINUS, 2, SECOND, Jitter.FULL));
        refused("backoff.multiplier", () -> new Policy.Backoff(SECOND, 0.5, SECOND, Jitter.FULL));
        refused("backoff.multiplier", () -> new Policy.Backoff(SECOND, Double.NaN, SECOND, Jitter.FULL));
        refused("backoff.multiplier", () -> new Policy.Backoff(SECOND, 1 / 0.0, SECOND, Jitter.FULL));
        refused("backoff.max", () -> new Policy.Backoff(SECOND, 2, MINUS, Jitter.FULL));
        refused("cooldown.max-wait", () -> new Policy.Cooldown(true, MINUS, 1, SECOND, true));
        refused("cooldown.max-waiting", () -> new Policy.Cooldown(true, SECOND, -1, SECOND, true));
        refused("cooldown.max-hold", () -> new Policy.Cooldown(true, SECOND, 1, Duration.ZERO, true));
        refused("budget.capacity", () -> new Policy.Budget(true, -1, 0.1, SECOND));
        refused("budget.deposit", () -> new Policy.Budget(true, 1, -0.1, SECOND));
        refused("budget.refill-interval", () -> new Policy.Budget(true, 1, 0.1, Duration.ZERO));
        refused("discard.max-drain", () -> new Policy.Discard(-1, SECOND));
        refused("discard.max-time", () -> new Policy.Discard(1, MINUS));
        refused("failure-rate", () -> breaker(0, 1, SECOND, 1, null, 100));
        refused("minimum-calls", () -> breaker(50, 0, SECOND, 1, null, 100));
        refused("open-for", () -> breaker(50, 1, Duration.ZERO, 1, null, 100));
        refused("half-open-calls", () -> breaker(50, 1, SECOND, 0, null, 100));
        refused("slow-call-duration", () -> breaker(50, 1, SECOND, 1, Duration.ZERO, 100));
        refused("slow-call-rate", () -> breaker(50, 1, SECOND, 1, null, 101));
        refused("go together", () -> limit(1, null, SECOND));
        refused("rate-limit.permits", () -> limit(0, SECOND, SECOND));
        refused("rate-limit.period", () -> limit(1, Duration.ZERO, SECOND));
        refused("rate-limit.max-wait", () -> limit(1, SECOND, MINUS));
    }

    private static Policy.Breaker breaker(
            double rate, int least, Duration open, int half, Duration slow, double slowRate) {
        return new Policy.Breaker(true, rate, BreakerWindow.calls(1), least, open, half, slow, slowRate, null);
    }

    private static Policy.RateLimit limit(Integer permits, Duration period, Duration maxWait) {
        return new Policy.RateLimit(
                permits, period, Policy.RateLimit.Window.SLIDING, RateMargin.percent(1), maxWait, null);
    }

    private static void refused(String name, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
    }
}
