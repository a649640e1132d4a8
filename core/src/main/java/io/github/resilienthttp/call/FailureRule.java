// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.stability.Experimental;
import org.jspecify.annotations.Nullable;

/** An adapter's opinion on one link of a cause chain. Must be thread-safe. */
@FunctionalInterface
@Experimental
public interface FailureRule {
    /**
     * Says what an exception means by itself, whatever caused it.
     *
     * @param link the exception, or one of its causes
     * @return the kind, or null where the type says nothing to this rule
     */
    @Nullable
    FailureKind kindOf(Throwable link);
}
