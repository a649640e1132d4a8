package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.CallReport;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one client as they end. Thread-safe. */
final class Tally {
    private final Map<CallOutcome, LongAdder> outcomes = new EnumMap<>(CallOutcome.class);
    private final Map<Reason, LongAdder> reasons = new EnumMap<>(Reason.class);

    Tally() {
        for (CallOutcome outcome : CallOutcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
        for (Reason reason : Reason.values()) {
            reasons.put(reason, new LongAdder());
        }
    }

    void add(CallReport call) {
        outcomes.get(call.outcome()).increment();
        reasons.get(call.reason()).increment();
    }

    Counts counts(long requests) {
        return new Counts(
                of(CallOutcome.SUCCESS),
                of(CallOutcome.RECOVERED),
                of(CallOutcome.FAILED),
                of(CallOutcome.REFUSED),
                requests);
    }

    /** Reasons of calls that did not succeed at once, the most frequent first. */
    String why() {
        StringBuilder text = new StringBuilder();
        reasons.entrySet().stream()
                .filter(entry -> entry.getKey() != Reason.SUCCESS && entry.getValue().sum() > 0)
                .sorted((a, b) -> Long.compare(b.getValue().sum(), a.getValue().sum()))
                .forEach(entry -> text.append(text.length() == 0 ? "" : ", ")
                        .append(entry.getKey().label())
                        .append(' ')
                        .append(entry.getValue().sum()));
        return text.toString();
    }

    private long of(CallOutcome outcome) {
        LongAdder count = outcomes.get(outcome);
        return count == null ? 0 : count.sum();
    }
}
