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
        refused("timeout.total", () -> with(new Policy.Timeouts(Duration.ZERO, SECOND)));
        refused("timeout.attempt", () -> with(new Policy.Timeouts(SECOND, MINUS)));
        refused("retry.max-attempts", () -> new Policy.Retry(0, StatusSet.parse("none"), Set.of()));
        refused("backoff.initial", () -> with(new Policy.Backoff(MINUS, 2, SECOND, Jitter.FULL)));
        refused("backoff.multiplier", () -> with(new Policy.Backoff(SECOND, 0.5, SECOND, Jitter.FULL)));
        refused("backoff.multiplier", () -> with(new Policy.Backoff(SECOND, Double.NaN, SECOND, Jitter.FULL)));
        refused("backoff.multiplier", () -> with(new Policy.Backoff(SECOND, 1 / 0.0, SECOND, Jitter.FULL)));
        refused("backoff.max", () -> with(new Policy.Backoff(SECOND, 2, MINUS, Jitter.FULL)));
        refused("cooldown.max-wait", () -> with(new Policy.Cooldown(true, MINUS, 1, SECOND, true)));
        refused("cooldown.max-waiting", () -> with(new Policy.Cooldown(true, SECOND, -1, SECOND, true)));
        refused("cooldown.max-hold", () -> with(new Policy.Cooldown(true, SECOND, 1, Duration.ZERO, true)));
        refused("budget.capacity", () -> with(new Policy.Budget(true, -1, 0.1, SECOND)));
        refused("budget.deposit", () -> with(new Policy.Budget(true, 1, -0.1, SECOND)));
        refused("budget.refill-interval", () -> with(new Policy.Budget(true, 1, 0.1, Duration.ZERO)));
        refused("discard.max-drain", () -> with(new Policy.Discard(-1, SECOND)));
        refused("discard.max-time", () -> with(new Policy.Discard(1, MINUS)));
        refused("failure-rate", () -> with(breaker(0, 1, SECOND, 1, null, 100)));
        refused("minimum-calls", () -> with(breaker(50, 0, SECOND, 1, null, 100)));
        refused("open-for", () -> with(breaker(50, 1, Duration.ZERO, 1, null, 100)));
        refused("half-open-calls", () -> with(breaker(50, 1, SECOND, 0, null, 100)));
        refused("slow-call-duration", () -> with(breaker(50, 1, SECOND, 1, Duration.ZERO, 100)));
        refused("slow-call-rate", () -> with(breaker(50, 1, SECOND, 1, null, 101)));
        refused("go together", () -> with(limit(1, null, SECOND)));
        refused("rate-limit.permits", () -> with(limit(0, SECOND, SECOND)));
        refused("rate-limit.period", () -> with(limit(1, Duration.ZERO, SECOND)));
        refused("rate-limit.max-wait", () -> with(limit(1, SECOND, MINUS)));
    }

    private static Policy.Breaker breaker(
            double rate, int least, Duration open, int half, Duration slow, double slowRate) {
        return new Policy.Breaker(true, rate, BreakerWindow.calls(1), least, open, half, slow, slowRate, null);
    }

    private static Policy.RateLimit limit(Integer permits, Duration period, Duration maxWait) {
        return new Policy.RateLimit(
                permits, period, Policy.RateLimit.Window.SLIDING, RateMargin.percent(1), maxWait, null);
    }

    /** A policy with one part replaced. */
    private static Policy with(Record part) {
        Policy p = Policy.builder("c").build();
        return new Policy(
                p.client(),
                p.mode(),
                p.origins(),
                p.scope(),
                part instanceof Policy.Timeouts timeout ? timeout : p.timeout(),
                p.retry(),
                part instanceof Policy.Backoff backoff ? backoff : p.backoff(),
                p.retryAfterMaxWait(),
                p.throttle(),
                p.hint(),
                part instanceof Policy.Cooldown cooldown ? cooldown : p.cooldown(),
                part instanceof Policy.Budget budget ? budget : p.budget(),
                part instanceof Policy.Breaker breaker ? breaker : p.circuitBreaker(),
                part instanceof Policy.RateLimit limit ? limit : p.rateLimit(),
                p.idempotencyKey(),
                p.attemptHeader(),
                part instanceof Policy.Discard discard ? discard : p.discard(),
                p.replayMaxBody(),
                p.error());
    }

    private static void refused(String name, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
    }
}
