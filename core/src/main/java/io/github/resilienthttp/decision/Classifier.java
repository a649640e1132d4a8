package io.github.resilienthttp.decision;

import io.github.resilienthttp.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * An opinion on what an outcome means. A user's own stands in front of {@link #standard}: a 200 that carries an error, an
 * exception of theirs. Must be thread-safe and quick.
 */
@FunctionalInterface
public interface Classifier {
    /** The verdict, or null to leave it to the next. */
    @Nullable Verdict classify(String method, Outcome outcome);

    /** The table of the specification: statuses and kinds of failure. Never null. */
    static Verdict standard(Outcome outcome) {
        if (outcome instanceof Outcome.Response response) {
            return ofStatus(response.status());
        }
        return ofFailure(((Outcome.Failure) outcome).kind());
    }

    private static Verdict ofStatus(int status) {
        if (status < 400) {
            return Verdict.SUCCESS;
        }
        if (status < 500) {
            return status == 429 ? Verdict.THROTTLED : Verdict.REJECTED;
        }
        return switch (status) {
            case 501, 505, 506, 507, 508, 510, 511 -> Verdict.PERMANENT;
            default -> Verdict.TRANSIENT;
        };
    }

    private static Verdict ofFailure(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE -> Verdict.UNREACHABLE;
            case BROKEN -> Verdict.BROKEN;
            case PROTOCOL, INVALID_REQUEST -> Verdict.PERMANENT;
            case LOCAL -> Verdict.LOCAL;
            case ENDED -> Verdict.ENDED;
        };
    }

    /** What the breaker counts for a verdict on an outcome; {@link Policy.Retry} has no say in it. */
    static BreakerMark breakerMark(Verdict verdict, Outcome outcome) {
        return switch (verdict) {
            case SUCCESS, REJECTED -> BreakerMark.SUCCESS;
            case TRANSIENT, UNREACHABLE, BROKEN -> BreakerMark.FAILURE;
            case THROTTLED -> BreakerMark.NEUTRAL;
            case PERMANENT -> {
                if (outcome instanceof Outcome.Failure failure) {
                    yield failure.kind() == FailureKind.INVALID_REQUEST ? BreakerMark.NONE : BreakerMark.FAILURE;
                }
                yield BreakerMark.NEUTRAL;
            }
            case LOCAL, ENDED -> BreakerMark.NONE;
        };
    }
}
