// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.time.Instant;

/** A moment that lasts until a test says otherwise; for any thread. */
final class StillTime implements Time {
    private volatile long nanos = 1_000_000_000;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public void park(long until) {
        throw new UnsupportedOperationException("nobody may wait");
    }

    void move(long to) {
        nanos = to;
    }
}
