// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What speaks against another attempt, whenever that might begin: the first of several is told. Pure, immutable. */
final class Objections {
    private final Policy.Retry retry;
    private final boolean throttledAnyMethod;
    private final boolean failsFastWithoutHint;
    private final long longestHintMillis;

    Objections(Policy policy) {
        this.retry = policy.retry();
        this.throttledAnyMethod = policy.throttle().unsafeMethods() == Policy.Throttle.UnsafeMethods.RETRY;
        this.failsFastWithoutHint = policy.throttle().withoutHint() == Policy.Throttle.WithoutHint.FAIL_FAST;
        this.longestHintMillis = Math.min(policy.retryAfterMaxWait().toMillis(), RetryWait.LONGEST_HINT_MILLIS);
    }

    /** The first objection, or null; {@code status} is 0 where no response head arrived. */
    @Nullable
    Reason first(Verdict verdict, int status, ServerHint hint, Situation now) {
        Reason never = never(verdict, status);
        if (never != null) {
            return never;
        }
        if (hint.kind() == ServerHint.Kind.FORBIDDEN) {
            return Reason.FORBIDDEN_BY_SERVER;
        }
        if (!now.idempotent() && !anyMethod(verdict, status, hint)) {
            return Reason.NOT_IDEMPOTENT;
        }
        if (!now.replayable()) {
            return Reason.NOT_REPLAYABLE;
        }
        return now.attempt() >= retry.maxAttempts() ? Reason.ATTEMPTS_EXHAUSTED : againstHint(verdict, hint);
    }

    /** The reason for what no method, hint or setting of another kind makes repeatable. */
    private @Nullable Reason never(Verdict verdict, int status) {
        return switch (verdict) {
            case SUCCESS -> Reason.SUCCESS;
            case LOCAL -> Reason.LOCAL;
            case ENDED -> Reason.CANCELLED;
            // A status is named in the face of the table; a classifier of the user's own has the last word.
            case REJECTED -> namedAgainstTable(verdict, status) ? null : Reason.REJECTED;
            case PERMANENT -> namedAgainstTable(verdict, status) ? null : Reason.PERMANENT;
            case THROTTLED -> status == StatusTable.TOO_MANY_REQUESTS ? null : unlessNamed(status);
            case TRANSIENT, UNREACHABLE, BROKEN -> unlessNamed(status);
        };
    }

    private boolean namedAgainstTable(Verdict verdict, int status) {
        return StatusTable.verdictOf(status) == verdict && retry.statuses().contains(status);
    }

    /** A status below 400 is repeatable where the user's own classifier calls it a failure, and needs no name. */
    private @Nullable Reason unlessNamed(int status) {
        if (status < 400 || retry.statuses().contains(status)) {
            return null;
        }
        return status < 500 ? Reason.REJECTED : Reason.PERMANENT;
    }

    /** Whether what happened leaves no doubt that the request was not acted on. */
    private boolean anyMethod(Verdict verdict, int status, ServerHint hint) {
        if (StatusTable.isClientError(status)) {
            return false;
        }
        if (verdict == Verdict.UNREACHABLE) {
            return true;
        }
        // Without a hint only idempotent requests are repeated, if any are: where none are, that is what to tell.
        return verdict == Verdict.THROTTLED
                && throttledAnyMethod
                && (hint.kind() == ServerHint.Kind.AFTER || failsFastWithoutHint);
    }

    private @Nullable Reason againstHint(Verdict verdict, ServerHint hint) {
        if (hint.kind() == ServerHint.Kind.AFTER) {
            return hint.delayMillis() > longestHintMillis ? Reason.HINT_TOO_LONG : null;
        }
        return verdict == Verdict.THROTTLED && failsFastWithoutHint ? Reason.NO_HINT : null;
    }
}
