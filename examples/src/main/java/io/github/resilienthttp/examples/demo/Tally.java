// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.CallReport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Counts the calls of one client as they end. Thread-safe. */
final class Tally {
    private final Map<CallOutcome, Long> outcomes = new ConcurrentHashMap<>();
    private final Map<Reason, Long> reasons = new ConcurrentHashMap<>();

    void add(CallReport call) {
        outcomes.merge(call.outcome(), 1L, Long::sum);
        reasons.merge(call.reason(), 1L, Long::sum);
    }

    Counts counts(long requests) {
        return new Counts(
                of(CallOutcome.SUCCESS),
                of(CallOutcome.RECOVERED),
                of(CallOutcome.FAILED),
                reasons.getOrDefault(Reason.REJECTED, 0L),
                of(CallOutcome.REFUSED),
                requests);
    }

    /** Reasons of calls that did not succeed at once, the most frequent first. */
    String why() {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getKey() != Reason.SUCCESS)
                .sorted(Map.Entry.<Reason, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private long of(CallOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
