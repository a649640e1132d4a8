package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an attempt that was no success is followed by another, and when. Pure, immutable, thread-safe: the
 * random number comes in as an argument, and the budget is asked by the caller afterwards, last.
 */
public final class RetryRules {
    /** The smallest useful attempt: a wait that would leave less than this is not begun. */
    public static final long SMALLEST_ATTEMPT_NANOS = 50_000_000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONGEST_HINT_JITTER_MILLIS = 1_000;
    private static final long FREE_FROM_MILLIS = 1_000;
    private static final Duration SHORTEST_BACKOFF_UNTOLD = Duration.ofSeconds(1);

    private final Policy policy;
    private final Backoff backoff;
    private final Backoff untoldBackoff;
    private final long longestHintMillis;
    private final long cooldownPatienceNanos;

    /** Rules of one policy. */
    public RetryRules(Policy policy) {
        this.policy = policy;
        this.backoff = new Backoff(policy.backoff());
        this.untoldBackoff = new Backoff(atLeast(policy.backoff(), SHORTEST_BACKOFF_UNTOLD));
        this.longestHintMillis = policy.retryAfterMaxWait().toMillis();
        this.cooldownPatienceNanos = policy.cooldown().maxWait().toNanos();
    }

    private static Policy.Backoff atLeast(Policy.Backoff backoff, Duration floor) {
        Duration initial = backoff.initial().compareTo(floor) < 0 ? floor : backoff.initial();
        Duration max = backoff.max().compareTo(initial) < 0 ? initial : backoff.max();
        return new Policy.Backoff(initial, backoff.multiplier(), max, backoff.jitter());
    }

    /**
     * What follows an attempt.
     *
     * @param status its status, or 0 where no response head arrived
     * @param random from 0 inclusive to 1 exclusive
     */
    public Decision decide(Verdict verdict, int status, ServerHint hint, Situation now, double random) {
        Reason forbidden = firstObjection(verdict, status, hint, now);
        if (forbidden != null) {
            return new Decision.GiveUp(forbidden);
        }
        boolean hinted = hint.kind() == ServerHint.Kind.AFTER;
        if (hinted && hint.delayMillis() > longestHintMillis) {
            return new Decision.GiveUp(Reason.HINT_TOO_LONG);
        }
        if (verdict == Verdict.THROTTLED && !hinted && failsFastWithoutHint()) {
            return new Decision.GiveUp(Reason.NO_HINT);
        }
        return fit(waitFor(verdict, hint, hinted, now, random), now);
    }

    private @Nullable Reason firstObjection(Verdict verdict, int status, ServerHint hint, Situation now) {
        Reason never = neverRepeated(verdict, status);
        if (never != null) {
            return never;
        }
        if (hint.kind() == ServerHint.Kind.FORBIDDEN) {
            return Reason.FORBIDDEN_BY_SERVER;
        }
        if (!now.idempotent() && !anyMethod(verdict, hint)) {
            return Reason.NOT_IDEMPOTENT;
        }
        if (!now.replayable()) {
            return Reason.NOT_REPLAYABLE;
        }
        return now.attempt() >= policy.retry().maxAttempts() ? Reason.ATTEMPTS_EXHAUSTED : null;
    }

    /** The reason for verdicts that no setting makes repeatable, or that the statuses of this client leave out. */
    private @Nullable Reason neverRepeated(Verdict verdict, int status) {
        return switch (verdict) {
            case REJECTED -> policy.retry().statuses().contains(status) ? null : Reason.REJECTED;
            case PERMANENT -> status != 0 && policy.retry().statuses().contains(status) ? null : Reason.PERMANENT;
            // A status below 500 is transient only where the user's own classifier says so.
            case TRANSIENT ->
                status < 500 || policy.retry().statuses().contains(status) ? null : Reason.PERMANENT;
            case LOCAL -> Reason.LOCAL;
            case ENDED -> Reason.CANCELLED;
            case SUCCESS, THROTTLED, UNREACHABLE, BROKEN -> null;
        };
    }

    /** Whether what happened leaves no doubt that the request was not acted on. */
    private boolean anyMethod(Verdict verdict, ServerHint hint) {
        if (verdict == Verdict.UNREACHABLE) {
            return true;
        }
        // Without a hint only a server's silence is known: not whether it looked at the request first.
        return verdict == Verdict.THROTTLED
                && (hint.kind() == ServerHint.Kind.AFTER || failsFastWithoutHint())
                && policy.throttle().unsafeMethods() == Policy.Throttle.UnsafeMethods.RETRY;
    }

    private boolean failsFastWithoutHint() {
        return policy.throttle().withoutHint() == Policy.Throttle.WithoutHint.FAIL_FAST;
    }

    private Decision.Retry waitFor(Verdict verdict, ServerHint hint, boolean hinted, Situation now, double random) {
        if (!hinted) {
            Backoff own = verdict == Verdict.THROTTLED ? untoldBackoff : backoff;
            return new Decision.Retry(own.nanos(now.attempt(), random), WaitSource.BACKOFF, false);
        }
        boolean free = verdict == Verdict.THROTTLED && hint.delayMillis() >= FREE_FROM_MILLIS && policy.cooldown().enabled();
        long told = hint.delayMillis() * NANOS_PER_MILLI;
        long own = backoff.nanos(now.attempt(), random);
        long spread = told + hintJitterNanos(hint.delayMillis(), told, now, random);
        return own > spread
                ? new Decision.Retry(own, WaitSource.BACKOFF, free)
                : new Decision.Retry(spread, WaitSource.HINT, free);
    }

    /** Upward only, and never so much that a hint which fits the deadline no longer does. */
    private static long hintJitterNanos(long hintMillis, long toldNanos, Situation now, double random) {
        long widest = Math.min(hintMillis / 10, LONGEST_HINT_JITTER_MILLIS) * NANOS_PER_MILLI;
        long room = Math.max(0, now.remainingNanos() - SMALLEST_ATTEMPT_NANOS - toldNanos);
        return (long) (random * Math.min(widest, room));
    }

    private Decision fit(Decision.Retry retry, Situation now) {
        if (retry.delayNanos() > now.remainingNanos() - SMALLEST_ATTEMPT_NANOS) {
            return new Decision.GiveUp(Reason.DEADLINE);
        }
        // The response is still at hand: better to give that than to be refused after the wait.
        if (now.closedNanos() > retry.delayNanos() + cooldownPatienceNanos) {
            return new Decision.GiveUp(Reason.COOLING_DOWN);
        }
        return now.openNanos() > retry.delayNanos() ? new Decision.GiveUp(Reason.CIRCUIT_OPEN) : retry;
    }
}
