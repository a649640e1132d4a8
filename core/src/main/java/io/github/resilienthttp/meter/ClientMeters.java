// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptOutcome;
import io.github.resilienthttp.event.RequestMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All meters of one client name, whose number is bounded by closed sets. Thread-safe; nothing is looked up per call. */
final class ClientMeters {
    private static final Set<Verdict> REPEATED =
            EnumSet.of(Verdict.THROTTLED, Verdict.TRANSIENT, Verdict.UNREACHABLE, Verdict.BROKEN);
    private static final Set<Reason> SUPPRESSING = EnumSet.of(
            Reason.NOT_IDEMPOTENT,
            Reason.NOT_REPLAYABLE,
            Reason.ATTEMPTS_EXHAUSTED,
            Reason.BUDGET_EXHAUSTED,
            Reason.HINT_TOO_LONG,
            Reason.NO_HINT,
            Reason.FORBIDDEN_BY_SERVER,
            Reason.DEADLINE,
            Reason.CIRCUIT_OPEN,
            Reason.COOLING_DOWN,
            Reason.RATE_LIMITED,
            Reason.CANCELLED);
    private static final Set<Reason> REFUSING = EnumSet.of(
            Reason.CIRCUIT_OPEN, Reason.COOLING_DOWN, Reason.RATE_LIMITED, Reason.DEADLINE, Reason.CANCELLED);

    final Map<RequestMethod, MetersBy<CallOutcome, Timer>> calls = new EnumMap<>(RequestMethod.class);
    final MetersBy<AttemptOutcome, Timer> firstAttempts;
    final MetersBy<AttemptOutcome, Timer> extraAttempts;
    final MetersBy<Verdict, Counter> retries;
    final MetersBy<Reason, Counter> suppressed;
    final MetersBy<Reason, Counter> refusals;
    final MetersBy<WaitSource, Timer> waits;
    final @Nullable DistributionSummary honouredHints;
    final @Nullable DistributionSummary otherHints;
    final LongAdder sending = new LongAdder();
    final LongAdder waiting = new LongAdder();
    final PolledGauges polled = new PolledGauges();

    private final ClientRegistry registry;

    ClientMeters(MeterRegistry registry, String client) {
        this.registry = new ClientRegistry(registry, client);
        for (RequestMethod method : RequestMethod.values()) {
            calls.put(
                    method,
                    new MetersBy<>(
                            CallOutcome.class,
                            EnumSet.allOf(CallOutcome.class),
                            outcome -> this.registry.timer(
                                    "resilient.http.calls",
                                    "Logical calls, waits included",
                                    "method",
                                    method.label(),
                                    "outcome",
                                    outcome.label())));
        }
        firstAttempts = attempts("first");
        extraAttempts = attempts("retry");
        retries = new MetersBy<Verdict, Counter>(
                        Verdict.class,
                        REPEATED,
                        cause -> this.registry.counter(
                                "resilient.http.retries", "Extra attempts made", "reason", cause.label()))
                .expect();
        suppressed = counters("resilient.http.retries.suppressed", "Extra attempts not made", SUPPRESSING);
        refusals = counters("resilient.http.refusals", "Calls ended without sending", REFUSING);
        waits = new MetersBy<WaitSource, Timer>(
                        WaitSource.class,
                        EnumSet.allOf(WaitSource.class),
                        source -> this.registry.timer(
                                "resilient.http.wait", "Time spent waiting before attempts", "source", source.label()))
                .expect();
        honouredHints = hints("yes");
        otherHints = hints("no");
        PolledGauges.register(this.registry, polled);
        active("sending", sending);
        active("waiting", waiting);
    }

    private MetersBy<AttemptOutcome, Timer> attempts(String attempt) {
        return new MetersBy<AttemptOutcome, Timer>(
                        AttemptOutcome.class,
                        EnumSet.allOf(AttemptOutcome.class),
                        outcome -> registry.timer(
                                "resilient.http.attempts",
                                "Transmissions, up to the response head",
                                "outcome",
                                outcome.label(),
                                "attempt",
                                attempt))
                .expect();
    }

    private MetersBy<Reason, Counter> counters(String name, String description, Set<Reason> expected) {
        return new MetersBy<Reason, Counter>(
                        Reason.class, expected, reason -> registry.counter(name, description, "reason", reason.label()))
                .expect();
    }

    private @Nullable DistributionSummary hints(String honoured) {
        return registry.seconds("resilient.http.hint", "How long servers asked to be left alone", "honoured", honoured);
    }

    private void active(String state, LongAdder count) {
        registry.gauge("resilient.http.active", null, "Calls in flight", count, LongAdder::sum, "state", state);
    }

    /** The meters are gone; nothing brings them back. */
    void close() {
        registry.close();
    }
}
