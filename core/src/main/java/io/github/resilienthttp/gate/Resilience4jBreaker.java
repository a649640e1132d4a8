// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilienthttp.decision.CircuitState;
import org.jspecify.annotations.Nullable;

/**
 * Resilience4j's circuit breaker, driven by four of its verbs. No listener is registered: one would make every success
 * allocate.
 *
 * <p>Its permits carry no mark of the state in which they were taken, so that an outcome from before the breaker opened
 * would count in its half-open state, and a permit given back late would be one too many. The mark is the identity of its
 * metrics: each closed and each half-open state has an object of its own, an open one that of the state before it. That
 * is how 2.4 is built, not a promise of its: a test pins it. Between looking and settling the state can still change, but
 * to do harm it would have to be open for its whole open time in between.
 */
final class Resilience4jBreaker implements Breaker {
    private final CircuitBreaker breaker;
    private final @Nullable OpenTime openTime;
    private final boolean timed;

    /** {@code openTime}: null for a breaker of the application's, which tells nobody until when it is open. */
    Resilience4jBreaker(CircuitBreaker breaker, @Nullable OpenTime openTime, boolean timed) {
        this.breaker = breaker;
        this.openTime = openTime;
        this.timed = timed;
    }

    @Override
    public long openUntil(long now) {
        CircuitBreaker.State state = breaker.getState();
        if (state == CircuitBreaker.State.FORCED_OPEN) {
            return UNKNOWN;
        }
        if (state != CircuitBreaker.State.OPEN || openTime == null) {
            return NOT_OPEN;
        }
        long until = openTime.until();
        return until > now ? until : NOT_OPEN;
    }

    @Override
    public @Nullable Object tryAcquire() {
        return breaker.tryAcquirePermission() ? breaker.getMetrics() : null;
    }

    @Override
    public void success(Object token, long durationNanos) {
        if (current(token)) {
            breaker.onSuccess(durationNanos, NANOSECONDS);
        }
    }

    /**
     * The application's breaker is told of a failure that it is known to count, since the verdict has been reached; ours
     * counts any, and shows the cause in its events.
     */
    @Override
    public void failure(Object token, long durationNanos, @Nullable Throwable cause) {
        if (current(token)) {
            breaker.onError(durationNanos, NANOSECONDS, reported(cause));
        }
    }

    private Throwable reported(@Nullable Throwable cause) {
        if (cause == null) {
            return HttpServerFailure.ERROR_STATUS;
        }
        return openTime == null ? HttpServerFailure.NO_RESPONSE : cause;
    }

    @Override
    public void neutral(Object token) {
        if (current(token) && halfOpen()) {
            breaker.onSuccess(0, NANOSECONDS);
        }
    }

    @Override
    public void release(Object token) {
        if (current(token) && halfOpen()) {
            breaker.releasePermission();
        }
    }

    private boolean current(Object token) {
        return breaker.getMetrics() == token;
    }

    private boolean halfOpen() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    @Override
    public boolean timed() {
        return timed;
    }

    @Override
    public State state() {
        return switch (breaker.getState()) {
            case CLOSED -> State.CLOSED;
            case OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case FORCED_OPEN -> State.ISOLATED;
            // Never refuses either, whatever it counts.
            case DISABLED, METRICS_ONLY -> State.DISABLED;
        };
    }

    @Override
    public CircuitState seen(long now) {
        CircuitState seen = Breaker.super.seen(now);
        return seen == CircuitState.OPEN && openTime != null && openTime.until() <= now ? CircuitState.HALF_OPEN : seen;
    }

    @Override
    public double failureRate() {
        float percent = breaker.getMetrics().getFailureRate();
        return percent < 0 ? Double.NaN : percent / 100.0;
    }

    @Override
    public void isolate() {
        breaker.transitionToForcedOpenState();
    }

    @Override
    public void close() {
        breaker.transitionToClosedState();
    }

    CircuitBreaker breaker() {
        return breaker;
    }
}
