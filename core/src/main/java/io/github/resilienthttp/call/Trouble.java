package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.hint.ErrorDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a call that did not succeed at once has to remember. */
final class Trouble {
    /** Finished attempts that were followed by another, or by another hop. */
    final List<AttemptReport> history = new ArrayList<>();

    /** What the client threw in them. */
    final List<Throwable> failures = new ArrayList<>();

    /** The response that was given up last; null once a later attempt has ended otherwise. */
    @Nullable RefusedResponse givenUp;

    /** What the client threw last; null once a later attempt was answered. */
    @Nullable Throwable lastFailure;

    @Nullable ErrorDetails error;

    @Nullable Instant notBefore;

    /** In observe: the last attempt would have been sent again. */
    boolean wouldRetry;

    /** In observe: the gate would have held or refused the call for this. */
    @Nullable Reason wouldRefuse;

    /** Adds what was thrown before to what is thrown now. */
    <T extends Throwable> T withEarlier(T failure) {
        for (Throwable earlier : failures) {
            // A client may throw one instance twice, and nobody may suppress itself.
            if (earlier != failure && earlier.getCause() != failure) {
                failure.addSuppressed(earlier);
            }
        }
        return failure;
    }
}
