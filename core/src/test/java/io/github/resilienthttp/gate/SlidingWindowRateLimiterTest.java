// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlidingWindowRateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long LENGTH = SECOND.plus(GateSettings.MARGIN).toNanos();

    private final SteppedTicker ticker = new SteppedTicker();
    private final RateWindow window = RateWindow.of(GateSettings.rate(3, SECOND, Policy.RateLimit.Window.SLIDING));
    private final SlidingWindowRateLimiter limiter =
            new SlidingWindowRateLimiter("github", window, Map.of("team", "a"), ticker);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void tellsWhoItIs() {
        assertThat(limiter.getName()).isEqualTo("github");
        assertThat(limiter.getTags()).isEqualTo(Map.of("team", "a"));
        assertThat(limiter.getRateLimiterConfig().getLimitForPeriod()).isEqualTo(3);
        assertThat(limiter.getRateLimiterConfig().getLimitRefreshPeriod()).isEqualTo(SECOND);
        assertThat(limiter)
                .hasToString("SlidingWindowRateLimiter{name='github', config=" + limiter.getRateLimiterConfig() + "}");
    }

    @Test
    void reservesWithinTheTimeoutOrNothing() {
        assertThat(limiter.reservePermission(3)).isZero();
        assertThat(limiter.reservePermission()).isEqualTo(LENGTH);
        assertThat(limiter.reservePermission(2)).isEqualTo(LENGTH);
        limiter.changeTimeoutDuration(SECOND);
        assertThat(limiter.reservePermission()).isEqualTo(-1);
        assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(-3);
        limiter.changeTimeoutDuration(Duration.ofSeconds(3));
        assertThat(limiter.reservePermission(4)).isEqualTo(-1);
        assertThat(limiter.reservePermission(3)).isEqualTo(2 * LENGTH);
    }

    @Test
    void refusesLessThanOnePermit() {
        assertThatThrownBy(() -> limiter.reservePermission(-1)).hasMessageContaining("permits: -1");
        assertThatThrownBy(() -> limiter.acquirePermission(0)).hasMessageContaining("permits: 0");
    }

    @Test
    void theEngineAndTheApplicationShareOneWindow() {
        assertThat(limiter.reserve(0, 0)).isZero();
        assertThat(limiter.reservePermission(2)).isZero();
        assertThat(limiter.reserve(0, LENGTH - 1)).isEqualTo(Limiter.REFUSED);
        assertThat(limiter.earliest(0)).isEqualTo(LENGTH);
        limiter.refund(0);
        assertThat(limiter.reservePermission()).isZero();
        assertThat(limiter.idle(0)).isFalse();
        ticker.set(LENGTH);
        assertThat(limiter.idle(LENGTH)).isTrue();
    }

    /** The margin is what may pass between permit and server; only what passes beyond it is added. */
    @Test
    void whatReachesTheServerLateCountsForLongerAndWhoHasWaitedHearsOfIt() {
        assertThat(limiter.timed()).as("wants to know when").isTrue();
        long margin = GateSettings.MARGIN.toNanos();
        limiter.reservePermission(3);
        long waiting = limiter.reserve(0, Long.MAX_VALUE);
        for (int n = 0; n < 3; n++) {
            limiter.arrived(0, margin + 500);
        }
        assertThat(limiter.confirm(waiting, LENGTH)).isEqualTo(LENGTH + 500);
        assertThat(limiter.earliest(LENGTH)).isEqualTo(LENGTH + 500);
    }

    @Test
    void metricsShowWhatIsLeftAndWhoWaits() {
        RateLimiter.Metrics metrics = limiter.getMetrics();
        assertThat(metrics.getAvailablePermissions()).isEqualTo(3);
        limiter.reservePermission(3);
        limiter.reserve(0, Long.MAX_VALUE);
        assertThat(metrics.getAvailablePermissions()).isEqualTo(-1);
        assertThat(metrics.getNumberOfWaitingThreads()).isEqualTo(1);
        ticker.set(LENGTH);
        assertThat(metrics.getAvailablePermissions()).isEqualTo(2);
        assertThat(metrics.getNumberOfWaitingThreads()).isZero();
    }

    @Test
    void drainTakesWhatIsLeftEvenAfterAnExhaustedPeriod() {
        limiter.reservePermission(3);
        ticker.set(LENGTH);
        limiter.drainPermissions();
        assertThat(limiter.getAvailablePermissions()).isZero();
        assertThat(limiter.reservePermission()).isEqualTo(LENGTH);
    }

    @Test
    void aChangedLimitHoldsAtOnce() {
        limiter.reservePermission(3);
        limiter.changeLimitForPeriod(5);
        assertThat(limiter.getRateLimiterConfig().getLimitForPeriod()).isEqualTo(5);
        assertThat(limiter.reservePermission(2)).isZero();
        limiter.changeLimitForPeriod(2);
        assertThat(limiter.getAvailablePermissions()).isEqualTo(-3);
        assertThat(limiter.reservePermission(2)).isEqualTo(LENGTH);
        assertThat(limiter.reservePermission(1)).isEqualTo(2 * LENGTH);
    }

    @Test
    void publishesOnlyToThoseWhoRegisteredAndSurvivesThem() {
        assertThat(limiter.getEventPublisher().hasConsumers()).isFalse();
        List<RateLimiterEvent.Type> seen = new ArrayList<>();
        limiter.getEventPublisher().onEvent(event -> {
            seen.add(event.getEventType());
            throw new IllegalStateException("a consumer that fails");
        });
        limiter.reservePermission(2);
        limiter.reserve(0, 0);
        limiter.reserve(0, 0);
        limiter.drainPermissions();
        assertThat(seen)
                .containsExactly(
                        RateLimiterEvent.Type.SUCCESSFUL_ACQUIRE,
                        RateLimiterEvent.Type.SUCCESSFUL_ACQUIRE,
                        RateLimiterEvent.Type.FAILED_ACQUIRE,
                        RateLimiterEvent.Type.DRAINED);
    }

    @Test
    void tellsHowManyWereDrained() {
        List<Integer> drained = new ArrayList<>();
        limiter.getEventPublisher().onEvent(event -> drained.add(event.getNumberOfPermits()));
        limiter.drainPermissions();
        limiter.drainPermissions();
        assertThat(drained).containsExactly(3, 0);
    }

    @Test
    void publishesSuccessAndFailureApart() {
        List<Integer> permits = new ArrayList<>();
        limiter.getEventPublisher()
                .onSuccess(event -> permits.add(event.getNumberOfPermits()))
                .onFailure(event -> permits.add(-event.getNumberOfPermits()));
        limiter.reservePermission(3);
        limiter.reservePermission(300);
        assertThat(permits).containsExactly(3, -300);
    }

    @Test
    void acquireWaitsForItsTime() {
        limiter.reservePermission(3);
        CompletableFuture<Thread> waiter = new CompletableFuture<>();
        CompletableFuture<Boolean> acquired = CompletableFuture.supplyAsync(() -> {
            waiter.complete(Thread.currentThread());
            return limiter.acquirePermission(2);
        });
        Thread thread = waiter.join();
        while (LockSupport.getBlocker(thread) != limiter) {
            Thread.onSpinWait();
        }
        assertThat(acquired).isNotDone();
        ticker.set(LENGTH);
        LockSupport.unpark(thread);
        assertThat(acquired.join()).isTrue();
    }

    @Test
    void acquireDoesNotWaitInVain() {
        limiter.reservePermission(3);
        limiter.changeTimeoutDuration(SECOND);
        assertThat(limiter.acquirePermission()).isFalse();
        assertThatThrownBy(() -> RateLimiter.waitForPermission(limiter)).isInstanceOf(RequestNotPermitted.class);
    }

    @Test
    void anInterruptedWaitKeepsTheFlagAndGivesThePermitsBack() {
        limiter.reservePermission(3);
        Thread.currentThread().interrupt();
        assertThat(limiter.acquirePermission(2)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(limiter.getAvailablePermissions()).isZero();
    }
}
