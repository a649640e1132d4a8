// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sliding window as a Resilience4j limiter, so that its registry, endpoints and meters see it, and as ours, so that
 * our own grants are among its events. Differs from Resilience4j's own where that one surprises: it does not sleep when
 * the wait would be too long, gives the permits of an interrupted wait back, refuses less than one permit, and a changed
 * limit holds at once. Thread-safe.
 */
final class SlidingWindowRateLimiter implements RateLimiter, RateLimiter.Metrics, Limiter {
    private final String name;
    private final Map<String, String> tags;
    private final Ticker ticker;
    private final SlidingWindowLimiter window;
    private final long margin;
    private final RateLimiterEvents events;
    private volatile RateLimiterConfig config;

    SlidingWindowRateLimiter(String name, RateWindow window, Map<String, String> tags, Ticker ticker) {
        this.name = name;
        this.tags = Map.copyOf(tags);
        this.ticker = ticker;
        this.window = new SlidingWindowLimiter(window.permits(), window.nanos());
        this.margin = window.margin();
        this.events = new RateLimiterEvents(name);
        this.config = window.config();
    }

    @Override
    public long reserve(long now, long latest) {
        long grant = window.reserve(now, latest);
        events.acquired(grant != REFUSED, 1);
        return grant;
    }

    @Override
    public void refund(long grant) {
        window.refund(grant);
    }

    /** The margin covers what passes between permit and server; where more has passed, the permit counts for longer. */
    @Override
    public void arrived(long grant, long by) {
        window.move(grant, by - margin);
    }

    @Override
    public long confirm(long grant, long now) {
        return window.confirm(grant, now);
    }

    @Override
    public boolean timed() {
        return true;
    }

    @Override
    public long earliest(long now) {
        return window.earliest(now);
    }

    @Override
    public boolean idle(long now) {
        return window.idle(now);
    }

    @Override
    public long reservePermission(int permits) {
        long now = ticker.nanos();
        long[] grants = grants(permits, now);
        return grants == null ? -1 : grants[permits - 1] - now;
    }

    @Override
    public boolean acquirePermission(int permits) {
        long[] grants = grants(permits, ticker.nanos());
        if (grants == null) {
            return false;
        }
        for (long wait = grants[permits - 1] - ticker.nanos(); wait > 0; ) {
            LockSupport.parkNanos(this, wait);
            wait = grants[permits - 1] - ticker.nanos();
            // The flag stays set, as the interface promises. A wait that is over is not undone by it.
            if (wait > 0 && Thread.currentThread().isInterrupted()) {
                for (long grant : grants) {
                    window.refund(grant);
                }
                return false;
            }
        }
        return true;
    }

    private long @Nullable [] grants(int permits, long now) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits: " + permits + " is not allowed; 1 or more is");
        }
        long latest = now + config.getTimeoutDuration().toNanos();
        long[] grants = window.reserve(permits, now, latest < 0 ? Long.MAX_VALUE : latest);
        events.acquired(grants != null, permits);
        return grants;
    }

    @Override
    public void drainPermissions() {
        events.drained(window.drain(ticker.nanos()));
    }

    @Override
    public void changeTimeoutDuration(Duration timeout) {
        change(RateLimiterConfig.from(config).timeoutDuration(timeout).build());
    }

    @Override
    public void changeLimitForPeriod(int limit) {
        change(RateLimiterConfig.from(config).limitForPeriod(limit).build());
        window.permits(limit);
    }

    private void change(RateLimiterConfig changed) {
        config = changed;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public RateLimiterConfig getRateLimiterConfig() {
        return config;
    }

    @Override
    public Map<String, String> getTags() {
        return tags;
    }

    @Override
    public Metrics getMetrics() {
        return this;
    }

    @Override
    public RateLimiterEvents getEventPublisher() {
        return events;
    }

    /** Callers that wait, whether they hold a thread or not. */
    @Override
    public int getNumberOfWaitingThreads() {
        return window.waiting(ticker.nanos());
    }

    @Override
    public int getAvailablePermissions() {
        return window.available(ticker.nanos());
    }

    @Override
    public String toString() {
        return "SlidingWindowRateLimiter{name='" + name + "', config=" + config + '}';
    }
}
