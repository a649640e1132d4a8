// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.CallReport;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What a soak has seen so far. Calls are added by one thread. */
final class SoakTally {
    private final LongAdder thrown = new LongAdder();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private final Map<String, Integer> served = new TreeMap<>();
    private int calls;
    private int attempts;
    private int seen;

    void threw() {
        thrown.increment();
    }

    void seen(int requests) {
        seen += requests;
    }

    /** {@code way} is the name of the way it went. */
    void add(String way, CallReport report) {
        calls++;
        served.merge(way, report.outcome().name().equals("SUCCESS") ? 1 : 0, Integer::sum);
        attempts += report.attempts().size();
        outcomes.merge(report.outcome().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        report.attempts().forEach(attempt -> verdicts.merge(attempt.verdict(), 1, Integer::sum));
    }

    int calls() {
        return calls;
    }

    int verdicts() {
        return verdicts.size();
    }

    /** How many calls went well at once, by way. */
    Map<String, Integer> served() {
        return served;
    }

    String line() {
        return calls + " calls " + outcomes + ", " + thrown.sum() + " thrown; " + attempts + " attempts " + verdicts
                + ", " + seen + " requests seen; went well " + served;
    }
}
