// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

/**
 * Finagle's retry budget, tower's too: each call deposits a share of a retry that is lost after a while, and there is a
 * reserve of so many retries a second beside. Kept in ten slices of that while.
 */
final class FinagleBudget implements RetryRule {
    private static final int DEPOSIT = 1000;
    private static final int SLICES = 10;

    private final PlainRetries retries;
    private final long sliceNanos;
    private final long retryCosts;
    private final long reserve;
    private final long[] slices = new long[SLICES];
    private long slice;

    FinagleBudget(int retries, long ttlMillis, int minPerSecond, double percent) {
        this.retries = new PlainRetries(retries, Jittered.USUAL);
        this.sliceNanos = ttlMillis * 1_000_000 / SLICES;
        this.retryCosts = (long) (DEPOSIT / percent);
        this.reserve = minPerSecond * ttlMillis * retryCosts / 1000;
    }

    void deposit(long now) {
        advance(now);
        slices[current()] += DEPOSIT;
    }

    boolean withdraw(long now) {
        advance(now);
        long balance = reserve;
        for (long part : slices) {
            balance += part;
        }
        if (balance < retryCosts) {
            return false;
        }
        slices[current()] -= retryCosts;
        return true;
    }

    private int current() {
        return (int) (slice % SLICES);
    }

    private void advance(long now) {
        long target = now / sliceNanos;
        slice = Math.max(slice, target - SLICES);
        while (slice < target) {
            slice++;
            slices[current()] = 0;
        }
    }

    @Override
    public OneCall begin(long now) {
        deposit(now);
        OneCall counted = retries.begin(now);
        return (answer, random, at) -> {
            long wait = counted.failed(answer, random, at);
            return wait == GIVE_UP || withdraw(at) ? wait : GIVE_UP;
        };
    }
}
