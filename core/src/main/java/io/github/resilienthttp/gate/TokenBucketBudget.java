package io.github.resilienthttp.gate;

import io.github.resilienthttp.policy.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket: starts full, a share of a token per success, a whole token per refill interval, one token per extra
 * attempt. Lock-free on one word.
 *
 * <p>The word holds what is left in thousandths of a token (upper 24 bits) and the time from which the next refill is
 * counted in milliseconds (lower 40 bits, 34 years; after that nothing is refilled any more). The interval begins to run
 * when a full bucket is drawn on, so that no stretch that begins with a full bucket gets a token early. All rounding is
 * downwards: withdrawals never exceed capacity + deposit × successes + whole intervals.
 */
final class TokenBucketBudget implements RetryBudget {
    /** What 24 bits hold. */
    static final int MAX_CAPACITY = 16_777;

    private static final int TOKEN = 1000;
    private static final int TIME_BITS = 40;
    private static final long MAX_TIME = (1L << TIME_BITS) - 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final AtomicLong state;
    private final int capacity;
    private final int deposit;
    private final long interval;

    private TokenBucketBudget(int capacity, int deposit, long interval) {
        this.capacity = capacity;
        this.deposit = deposit;
        this.interval = interval;
        this.state = new AtomicLong(pack(capacity, 0));
    }

    static RetryBudget of(Policy.Budget settings) {
        if (!settings.enabled()) {
            return UnlimitedBudget.INSTANCE;
        }
        return new TokenBucketBudget(
                capacity(settings.capacity()), deposit(settings.deposit()), interval(settings.refillInterval()));
    }

    @Override
    public void deposit() {
        long seen = state.get();
        // The usual case is a full bucket: one volatile read, no write that other cores would have to fetch.
        while (left(seen) < capacity && deposit > 0) {
            long filled = pack(Math.min(capacity, left(seen) + deposit), since(seen));
            if (state.compareAndSet(seen, filled)) {
                return;
            }
            seen = state.get();
        }
    }

    @Override
    public boolean withdraw(long now) {
        while (true) {
            long seen = state.get();
            long refills = refills(seen, now);
            int left = refilled(seen, refills);
            if (left < TOKEN) {
                return false;
            }
            // Rounded up: a refill comes a part of a millisecond late rather than early.
            long since = left == capacity ? Math.max(since(seen), millisUp(now)) : since(seen) + refills * interval;
            if (state.compareAndSet(seen, pack(left - TOKEN, since))) {
                return true;
            }
        }
    }

    @Override
    public double level(long now) {
        long seen = state.get();
        return capacity == 0 ? 0 : refilled(seen, refills(seen, now)) / (double) capacity;
    }

    @Override
    public boolean full(long now) {
        long seen = state.get();
        return refilled(seen, refills(seen, now)) == capacity;
    }

    private long refills(long seen, long now) {
        long millis = Math.min(MAX_TIME, now / NANOS_PER_MILLI);
        return Math.max(0, millis - since(seen)) / interval;
    }

    private int refilled(long seen, long refills) {
        // No overflow after years of silence either: 40 bits of milliseconds times a thousand.
        return (int) Math.min(capacity, left(seen) + refills * TOKEN);
    }

    private static long millisUp(long now) {
        return Math.min(MAX_TIME, now / NANOS_PER_MILLI + (now % NANOS_PER_MILLI == 0 ? 0 : 1));
    }

    private static long pack(int left, long since) {
        return ((long) left << TIME_BITS) | since;
    }

    private static int left(long state) {
        return (int) (state >>> TIME_BITS);
    }

    private static long since(long state) {
        return state & MAX_TIME;
    }

    private static int capacity(int capacity) {
        if (capacity < 0 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "budget.capacity: " + capacity + " is not allowed; 0 to " + MAX_CAPACITY + " is");
        }
        return capacity * TOKEN;
    }

    private static int deposit(double deposit) {
        if (!(deposit == 0 || (deposit >= 0.001 && deposit <= MAX_CAPACITY))) {
            throw new IllegalArgumentException(
                    "budget.deposit: " + deposit + " is not allowed; 0, or 0.001 to " + MAX_CAPACITY + " is");
        }
        // By way of the decimal digits: 0.29 * 1000 need not be 290 in binary.
        return BigDecimal.valueOf(deposit)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private static long interval(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "budget.refill-interval: " + interval + " is not allowed; more than 0 is");
        }
        long millis = interval.toMillis();
        return interval.minusMillis(millis).isZero() ? millis : millis + 1;
    }
}
