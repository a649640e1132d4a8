// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;

/** How long to wait before the next attempt: the longer of back-off and hint, jitter upward. Pure, immutable. */
final class RetryWait {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long WIDEST_JITTER_NANOS = 1_000_000_000;
    private static final long FREE_FROM_MILLIS = 1_000;

    /** What a 429 that does not say when to come back stands for. */
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    /** 292 years: nanoseconds of a hint up to this, its jitter included, fit a long. */
    static final long LONGEST_HINT_MILLIS = (Long.MAX_VALUE - WIDEST_JITTER_NANOS) / NANOS_PER_MILLI;

    private final Backoff backoff;
    private final Backoff untoldBackoff;
    private final boolean cooldownEnabled;

    RetryWait(Policy policy) {
        this.backoff = new Backoff(policy.backoff());
        this.untoldBackoff = new Backoff(fromUntold(policy.backoff()));
        this.cooldownEnabled = policy.cooldown().enabled();
    }

    private static Policy.Backoff fromUntold(Policy.Backoff backoff) {
        return new Policy.Backoff(
                longer(backoff.initial(), UNTOLD),
                backoff.multiplier(),
                longer(backoff.max(), UNTOLD),
                backoff.jitter());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The wait, whether or not it fits the deadline; a hint in it is at most {@link #LONGEST_HINT_MILLIS}. */
    Decision.Retry next(Verdict verdict, ServerHint hint, Situation now, double random) {
        boolean throttled = verdict == Verdict.THROTTLED;
        if (hint.kind() == ServerHint.Kind.AFTER) {
            boolean free = throttled && cooldownEnabled && hint.delayMillis() >= FREE_FROM_MILLIS;
            long told = noEarlierThan(hint.delayMillis() * NANOS_PER_MILLI, now, random);
            long own = backoff.nanos(now.attempt(), random);
            return own > told
                    ? new Decision.Retry(own, WaitSource.BACKOFF, free)
                    : new Decision.Retry(told, WaitSource.HINT, free);
        }
        long own = throttled
                ? Math.max(untoldBackoff.nanos(now.attempt(), random), noEarlierThan(UNTOLD.toNanos(), now, random))
                : backoff.nanos(now.attempt(), random);
        return new Decision.Retry(own, WaitSource.BACKOFF, false);
    }

    /** Jitter goes upward only, and never so far that what fits the deadline by itself no longer does. */
    private static long noEarlierThan(long floorNanos, Situation now, double random) {
        long widest = Math.min(floorNanos / 10, WIDEST_JITTER_NANOS);
        long room = Math.max(0, now.spareNanos() - floorNanos);
        return floorNanos + (long) (random * Math.min(widest, room));
    }
}
