// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An exception and its causes, outermost first.
 *
 * @param links at least one; cut off where the chain is longer than any honest one, since it may be a circle
 */
record CauseChain(List<Throwable> links) {
    private static final int LONGEST = 16;

    static CauseChain of(Throwable failure) {
        List<Throwable> links = new ArrayList<>(4);
        for (Throwable link = failure; link != null && links.size() < LONGEST; link = link.getCause()) {
            links.add(link);
        }
        return new CauseChain(links);
    }

    /** What the rule says of the outermost link that it knows, or null. */
    @Nullable
    FailureKind first(FailureRule rule) {
        for (Throwable link : links) {
            FailureKind kind = rule.kindOf(link);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    boolean any(Predicate<Throwable> test) {
        return links.stream().anyMatch(test);
    }
}
