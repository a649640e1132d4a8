package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import org.jspecify.annotations.Nullable;

/** An adapter's opinion on one link of a cause chain. */
@FunctionalInterface
public interface FailureRule {
    /**
     * The kind, or null where the type says nothing to this rule.
     *
     * @param link an exception of the chain
     * @return the kind, or null
     */
    @Nullable FailureKind kindOf(Throwable link);
}
