// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.RateMargin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings as a policy would hold them. */
final class GateSettings {
    static final Duration OPEN_FOR = Duration.ofSeconds(10);
    static final int HALF_OPEN_CALLS = 3;
    static final Duration MARGIN = Duration.ofMillis(20);

    private GateSettings() {}

    /** Opens when 4 of at least 4 calls failed. */
    static Policy.Breaker breaker() {
        return breaker(new BreakerWindow(10, null), null, true);
    }

    static Policy.Breaker breaker(BreakerWindow window, @Nullable Duration slow, boolean enabled) {
        return new Policy.Breaker(enabled, 100, window, 4, OPEN_FOR, HALF_OPEN_CALLS, slow, 50, null);
    }

    static Policy.Breaker breakerNamed(String instance) {
        return new Policy.Breaker(true, 100, new BreakerWindow(10, null), 4, OPEN_FOR, 3, null, 50, instance);
    }

    static Policy.RateLimit rate(int permits, Duration period, Policy.RateLimit.Window window) {
        return new Policy.RateLimit(permits, period, window, new RateMargin(1, null), Duration.ofSeconds(10), null);
    }

    static Policy.RateLimit rateNamed(String instance) {
        return new Policy.RateLimit(
                null, null, Policy.RateLimit.Window.SLIDING, new RateMargin(1, null), Duration.ofSeconds(10), instance);
    }

    static Policy.Budget budget(int capacity, double deposit, Duration interval) {
        return new Policy.Budget(true, capacity, deposit, interval);
    }
}
