// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.util.HashMap;
import java.util.Map;

/** Counts calls as they end. Guarded by the {@link TryRun} that owns it. */
final class Totals {
    private final Map<String, Integer> outcomes = new HashMap<>();
    private int calls;
    private long attempts;
    private boolean good = true;

    void add(CallLine call) {
        calls++;
        attempts += call.attempts().size();
        outcomes.merge(call.outcome(), 1, Integer::sum);
        good &= call.good();
    }

    Summary summary(long elapsedMs) {
        return new Summary(
                calls, attempts, count("success"), count("recovered"), count("failed"), count("refused"), elapsedMs);
    }

    int calls() {
        return calls;
    }

    /** Whether every call ended in a response below 400. */
    boolean good() {
        return good;
    }

    private int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
