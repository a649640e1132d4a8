// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** The limiter of a scope without a rate limit: grants everything at once. */
enum UnlimitedLimiter implements Limiter {
    INSTANCE;

    @Override
    public long reserve(long now, long latest) {
        return now;
    }

    @Override
    public void refund(long grant) {
        // Nothing was taken.
    }

    @Override
    public long earliest(long now) {
        return now;
    }

    @Override
    public boolean idle(long now) {
        return true;
    }
}
