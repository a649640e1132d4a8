// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import org.jspecify.annotations.Nullable;

/**
 * A limiter of Resilience4j's own kind: {@code rate-limit.window=fixed}, or whatever the application configured. Counts in
 * aligned cycles, so that twice its limit can pass at an edge. Only {@code reservePermission} is called.
 *
 * <p>A refund is impossible: a negative number of permits would be accepted, but can lift the limit. For the same reason a
 * permit is lost where the wait is found too long only after it was taken: always for a limiter that does not tell the
 * wait beforehand, and for Resilience4j's standard one only where another call comes between.
 */
final class FixedWindowLimiter implements Limiter {
    private final RateLimiter limiter;
    private final @Nullable AtomicRateLimiter peekable;
    private final boolean own;

    /** {@code own}: whether it is forgotten together with its scope; one of the application's never is. */
    FixedWindowLimiter(RateLimiter limiter, boolean own) {
        this.limiter = limiter;
        this.peekable = limiter instanceof AtomicRateLimiter atomic ? atomic : null;
        this.own = own;
    }

    @Override
    public long reserve(long now, long latest) {
        if (earliest(now) > latest) {
            return REFUSED;
        }
        long wait = limiter.reservePermission();
        return wait < 0 || wait > latest - now ? REFUSED : now + wait;
    }

    /** Does nothing: Resilience4j has no way to give a permit back. */
    @Override
    public void refund(long grant) {
        // See above.
    }

    /** For a limiter that does not tell: now. */
    @Override
    public long earliest(long now) {
        return peekable == null
                ? now
                : now + Math.max(0, peekable.getDetailedMetrics().getNanosToWait());
    }

    @Override
    public boolean idle(long now) {
        return !own
                || limiter.getMetrics().getAvailablePermissions()
                        >= limiter.getRateLimiterConfig().getLimitForPeriod();
    }

    RateLimiter limiter() {
        return limiter;
    }
}
