// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Internal;
import io.github.resilienthttp.stability.Stable;
import org.jspecify.annotations.Nullable;

/**
 * An opinion on what an outcome means. A user's own stands in front of {@link #standard}: a 200 that carries an error,
 * an exception of theirs. Must be thread-safe and quick.
 *
 * <p>An opinion changes what an outcome means, not what may be sent again: a status of 400 or more that {@code
 * retry.statuses} leaves out is never repeated, whatever it is called; only a 429 that is throttled needs no name.
 */
@FunctionalInterface
@Stable
public interface Classifier {
    /**
     * Says what an outcome means.
     *
     * @param method the request's method, as sent
     * @param outcome what came of the attempt; its header view must not be kept
     * @return the verdict, or null to leave it to the next
     */
    @Nullable
    Verdict classify(String method, Outcome outcome);

    /**
     * Says what the specification's table says: statuses and kinds of failure.
     *
     * @param outcome what came of the attempt
     * @return the verdict
     */
    static Verdict standard(Outcome outcome) {
        if (outcome instanceof Outcome.Response response) {
            return StatusTable.verdictOf(response.status());
        }
        return ofFailure(((Outcome.Failure) outcome).kind());
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

    /**
     * Says what the breaker counts for a verdict on an outcome. {@link Policy.Retry} has no say in it: a 4xx that is
     * named there stays a success.
     *
     * @param verdict the verdict, a user's own or the standard one
     * @param outcome what it is about
     * @return the mark
     */
    @Internal
    static BreakerMark breakerMark(Verdict verdict, Outcome outcome) {
        return switch (verdict) {
            case SUCCESS, REJECTED -> BreakerMark.SUCCESS;
            case TRANSIENT, UNREACHABLE, BROKEN -> BreakerMark.FAILURE;
            case THROTTLED -> BreakerMark.NEUTRAL;
            case PERMANENT ->
                outcome instanceof Outcome.Failure failure ? ofPermanent(failure.kind()) : BreakerMark.NEUTRAL;
            case LOCAL, ENDED -> BreakerMark.NONE;
        };
    }

    /** What never reached the server says nothing about it. */
    private static BreakerMark ofPermanent(FailureKind kind) {
        return switch (kind) {
            case PROTOCOL, UNREACHABLE, BROKEN -> BreakerMark.FAILURE;
            case INVALID_REQUEST, LOCAL, ENDED -> BreakerMark.NONE;
        };
    }
}
