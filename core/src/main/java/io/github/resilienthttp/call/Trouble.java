// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.hint.ErrorDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a call that succeeds at once, with nobody listening, need not remember. */
final class Trouble {
    /** A client may throw one shared instance again and again: it must not collect what came before for ever. */
    private static final int MOST_SUPPRESSED = 32;

    /** Finished attempts that were followed by another, or by another hop. */
    private List<AttemptReport> history = List.of();

    /** What the client threw in them. */
    private List<Throwable> failures = List.of();

    /** The response that was given up last; null once a later attempt has ended otherwise. */
    @Nullable
    GivenUp givenUp;

    /** What the client threw last; null once a later attempt was answered. */
    @Nullable
    Throwable lastFailure;

    /** What the attempt before came to, while another is ahead of the call on its account. */
    @Nullable
    Verdict repeating;

    /** The attempt under way, or ended last, was sent on the engine's own account. */
    boolean extra;

    AttemptDecision lastDecision = AttemptDecision.DELIVER;
    long attemptEnd = -1;
    long elapsed = -1;

    /** The client threw although the last attempt had gone well. */
    boolean thrown;

    @Nullable
    ErrorDetails error;

    @Nullable
    Instant notBefore;

    /** The ticker time before which a redirect asked not to be followed; 0: it did not. */
    long hopNotBefore;

    /** Who follows the call; null where nobody does. */
    @Nullable
    ObservedCall observed;

    /** In observe: the gate would have held or refused the call for this. */
    @Nullable
    Reason wouldRefuse;

    /** One value for all attempts. */
    @Nullable
    String idempotencyKey;

    /** A refusal or a wait has no history. */
    List<AttemptReport> history() {
        return history;
    }

    void add(AttemptReport attempt) {
        if (history.isEmpty()) {
            history = new ArrayList<>(2);
        }
        history.add(attempt);
    }

    /** What was thrown last is followed by another attempt. */
    void keepFailure() {
        if (lastFailure != null) {
            if (failures.isEmpty()) {
                failures = new ArrayList<>(2);
            }
            failures.add(lastFailure);
        }
    }

    boolean generateKey() {
        if (idempotencyKey == null) {
            idempotencyKey = UUID.randomUUID().toString();
        }
        return true;
    }

    /** An attempt went well: what the ones before it left is no part of the end. */
    void forget() {
        givenUp = null;
        lastFailure = null;
        lastDecision = AttemptDecision.DELIVER;
        error = null;
        notBefore = null;
        hopNotBefore = 0;
        attemptEnd = -1;
    }

    /** Adds what was thrown before to what is thrown now. */
    <T extends Throwable> T withEarlier(T failure) {
        if (failures.isEmpty() || failure.getSuppressed().length >= MOST_SUPPRESSED) {
            return failure;
        }
        for (Throwable earlier : failures) {
            // A client may throw one instance twice, and nobody may suppress itself.
            if (earlier != failure && earlier.getCause() != failure) {
                failure.addSuppressed(earlier);
            }
        }
        return failure;
    }
}
