// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/** The breaker that was switched off: always admits, counts nothing, cannot be isolated. */
enum DisabledBreaker implements Breaker {
    INSTANCE;

    @Override
    public long openUntil(long now) {
        return NOT_OPEN;
    }

    @Override
    public Object tryAcquire() {
        return this;
    }

    @Override
    public void success(Object token, long durationNanos) {
        // Nobody counts.
    }

    @Override
    public void failure(Object token, long durationNanos, @Nullable Throwable cause) {
        // Nobody counts.
    }

    @Override
    public void neutral(Object token) {
        // Nobody counts.
    }

    @Override
    public void release(Object token) {
        // Nothing was taken.
    }

    @Override
    public boolean timed() {
        return false;
    }

    @Override
    public State state() {
        return State.DISABLED;
    }

    @Override
    public void isolate() {
        // There is nothing to open: an operator who needs it enables the breaker.
    }

    @Override
    public void close() {
        // Never open.
    }
}
