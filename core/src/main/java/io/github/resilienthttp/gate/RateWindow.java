// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.RateMargin;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How many permits, and for how long each of them counts.
 *
 * @param permits 1 or more
 * @param nanos the configured period and the margin for what passes between the permit and the server
 * @param margin nanoseconds of that which are margin
 * @param config the same for Resilience4j's endpoints, its refresh period being the configured one without the margin
 */
record RateWindow(int permits, long nanos, long margin, RateLimiterConfig config) {
    private static final Duration LEAST_MARGIN = Duration.ofMillis(20);
    /** Its identity marks the limiters of an engine; Resilience4j carries it over where a limit is changed. */
    @SuppressWarnings("UnnecessaryLambda")
    private static final Predicate<Either<? extends Throwable, ?>> NEVER_DRAINED = result -> false;

    static RateWindow of(Policy.RateLimit settings) {
        Integer permits = settings.permits();
        Duration period = settings.period();
        if (permits == null || period == null) {
            throw new IllegalArgumentException(
                    "rate-limit.permits and rate-limit.period: both must be given, not " + permits + " and " + period);
        }
        if (permits < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("rate-limit.permits: " + permits + ", rate-limit.period: " + period
                    + " is not allowed; permits from 1 and a period above 0 are");
        }
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(period)
                .timeoutDuration(settings.maxWait())
                .drainPermissionsOnResult(NEVER_DRAINED)
                .writableStackTraceEnabled(false)
                .build();
        Duration margin = margin(settings.margin(), period);
        return new RateWindow(permits, period.plus(margin).toNanos(), margin.toNanos(), config);
    }

    /** Whether a limiter was made by an engine, not by the application. */
    static boolean ours(RateLimiterConfig config) {
        return config.getDrainPermissionsOnResult() == NEVER_DRAINED;
    }

    /** A duration holds as it was given; only a share has a least. */
    private static Duration margin(RateMargin margin, Duration period) {
        if (margin.duration() != null) {
            return margin.duration();
        }
        Duration share = Duration.ofNanos((long) Math.ceil(period.toNanos() * (margin.percent() / 100)));
        return share.compareTo(LEAST_MARGIN) < 0 ? LEAST_MARGIN : share;
    }
}
