// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilienthttp.policy.Policy.RateLimit.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedWindowLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long NANOS = SECOND.toNanos();

    private final SteppedTicker ticker = new SteppedTicker();
    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final Limiter fixed = registries.limiter("fixed", GateSettings.rate(5, SECOND, Window.FIXED), ticker);

    /** The reason why it is not the default. */
    @Test
    void atAnEdgeItPassesTwiceItsLimitAndTheSlidingWindowDoesNot() {
        Limiter sliding = registries.limiter("sliding", GateSettings.rate(5, SECOND, Window.SLIDING), ticker);
        assertThat(Windows.fullest(grantsAroundAnEdge(fixed), NANOS)).isEqualTo(10);
        assertThat(Windows.fullest(grantsAroundAnEdge(sliding), NANOS)).isEqualTo(5);
    }

    private List<Long> grantsAroundAnEdge(Limiter limiter) {
        List<Long> grants = new ArrayList<>();
        for (long now : new long[] {NANOS - 1_000_000, NANOS + 1_000_000}) {
            ticker.set(now);
            for (int i = 0; i < 8; i++) {
                long grant = limiter.reserve(now, now);
                if (grant != Limiter.REFUSED) {
                    grants.add(grant);
                }
            }
        }
        return grants;
    }

    @Test
    void tellsTheNextCycleAndTakesNothingWhereThatIsTooLate() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixed.reserve(0, 0)).isZero();
        }
        assertThat(fixed.earliest(0)).isEqualTo(NANOS);
        for (int i = 0; i < 100; i++) {
            assertThat(fixed.reserve(0, NANOS - 1)).isEqualTo(Limiter.REFUSED);
        }
        assertThat(fixed.reserve(0, NANOS)).isEqualTo(NANOS);
    }

    @Test
    void waitsNoLongerThanItsOwnTimeout() {
        for (int i = 0; i < 5 * 11; i++) {
            assertThat(fixed.reserve(0, Long.MAX_VALUE)).isEqualTo(i / 5 * NANOS);
        }
        assertThat(fixed.reserve(0, Long.MAX_VALUE)).isEqualTo(Limiter.REFUSED);
    }

    @Test
    void aRefundIsNotPossible() {
        for (int i = 0; i < 5; i++) {
            fixed.refund(fixed.reserve(0, 0));
        }
        assertThat(fixed.reserve(0, 0)).isEqualTo(Limiter.REFUSED);
    }

    @Test
    void isIdleWhenItsCycleIsUntouched() {
        assertThat(fixed.idle(0)).isTrue();
        fixed.reserve(0, 0);
        assertThat(fixed.idle(0)).isFalse();
        ticker.set(NANOS);
        assertThat(fixed.idle(NANOS)).isTrue();
    }

    /** What is there when the server says "enough" is the cool-down's business; draining has faults of its own. */
    @Test
    void neverDrainsNorAcquires() {
        List<String> called = new ArrayList<>();
        RateLimiter spy = (RateLimiter) java.lang.reflect.Proxy.newProxyInstance(
                RateLimiter.class.getClassLoader(), new Class<?>[] {RateLimiter.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return 5L;
                });
        Limiter foreign = new FixedWindowLimiter(spy, false);
        assertThat(foreign.reserve(100, 105)).isEqualTo(105);
        assertThat(foreign.reserve(100, 104)).isEqualTo(Limiter.REFUSED);
        assertThat(foreign.earliest(100)).isEqualTo(100);
        foreign.refund(105);
        assertThat(foreign.idle(100)).isTrue();
        assertThat(called).containsOnly("reservePermission").hasSize(2);
    }
}
