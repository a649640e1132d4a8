// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings that are fine one by one and contradict each other. A contradiction is found on the level on which one of
 * its settings is written; what nobody wrote contradicts nothing, since a default gives way (see
 * {@link PolicyAssembly}).
 */
final class Contradictions {
    private static final List<PolicyKey<?>> OWN_BREAKER = List.of(
            GateKeys.BREAKER_FAILURE_RATE,
            GateKeys.BREAKER_WINDOW,
            GateKeys.BREAKER_MINIMUM_CALLS,
            GateKeys.BREAKER_OPEN_FOR,
            GateKeys.BREAKER_HALF_OPEN_CALLS,
            GateKeys.BREAKER_SLOW_CALL_DURATION,
            GateKeys.BREAKER_SLOW_CALL_RATE);
    private static final List<PolicyKey<?>> OWN_LIMIT =
            List.of(GateKeys.RATE_PERMITS, GateKeys.RATE_PERIOD, GateKeys.RATE_WINDOW, GateKeys.RATE_MARGIN);
    private static final List<Rule> RULES = List.of(
            new Rule(List.of(CallKeys.TIMEOUT_ATTEMPT, CallKeys.TIMEOUT_TOTAL), Contradictions::attemptAboveTotal),
            new Rule(List.of(RetryKeys.BACKOFF_INITIAL, RetryKeys.BACKOFF_MAX), Contradictions::initialAboveMax),
            new Rule(
                    List.of(GateKeys.BREAKER_MINIMUM_CALLS, GateKeys.BREAKER_WINDOW),
                    Contradictions::minimumAboveWindow),
            new Rule(
                    List.of(CallKeys.ATTEMPT_HEADER, CallKeys.IDEMPOTENCY_KEY_HEADER),
                    Contradictions::oneHeaderForTwo));

    private Contradictions() {}

    private record Rule(List<PolicyKey<?>> keys, Function<Settings, Optional<String>> problem) {
        void apply(Settings settings, List<Fault> faults) {
            Optional<PolicyKey<?>> here = keys.stream().filter(settings::has).findFirst();
            if (here.isPresent() && keys.stream().noneMatch(settings::isRefused)) {
                problem.apply(settings).ifPresent(text -> faults.add(settings.fault(here.get(), text)));
            }
        }
    }

    /** The contradictions that settings of this level have part in; {@link #halfLimit} is asked apart. */
    static List<Fault> in(Settings settings) {
        List<Fault> faults = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(settings, faults));
        bothPlaces(settings, GateKeys.BREAKER_INSTANCE, OWN_BREAKER, faults);
        bothPlaces(settings, GateKeys.RATE_INSTANCE, OWN_LIMIT, faults);
        return faults;
    }

    /** Permits without a period or the reverse, one of them written on this level. */
    static Optional<Fault> halfLimit(Settings settings) {
        boolean permits = settings.value(GateKeys.RATE_PERMITS).isPresent();
        boolean period = settings.value(GateKeys.RATE_PERIOD).isPresent();
        PolicyKey<?> given = permits ? GateKeys.RATE_PERMITS : GateKeys.RATE_PERIOD;
        PolicyKey<?> missing = permits ? GateKeys.RATE_PERIOD : GateKeys.RATE_PERMITS;
        if (permits == period || settings.isRefused(missing)) {
            return Optional.empty();
        }
        PolicyKey<?> here = settings.has(given) ? given : missing;
        return settings.has(here)
                ? Optional.of(settings.fault(here, given + " without " + missing + ": set both or neither"))
                : Optional.empty();
    }

    private static Optional<String> attemptAboveTotal(Settings settings) {
        Duration attempt = settings.value(CallKeys.TIMEOUT_ATTEMPT);
        Duration total = settings.value(CallKeys.TIMEOUT_TOTAL);
        return problem(
                settings.isWritten(CallKeys.TIMEOUT_ATTEMPT) && attempt.compareTo(total) > 0,
                "timeout.attempt " + DurationText.print(attempt) + " is longer than timeout.total "
                        + DurationText.print(total));
    }

    private static Optional<String> initialAboveMax(Settings settings) {
        Duration initial = settings.value(RetryKeys.BACKOFF_INITIAL);
        Duration max = settings.value(RetryKeys.BACKOFF_MAX);
        return problem(
                settings.isWritten(RetryKeys.BACKOFF_INITIAL) && initial.compareTo(max) > 0,
                "backoff.initial " + DurationText.print(initial) + " is longer than backoff.max "
                        + DurationText.print(max));
    }

    private static Optional<String> minimumAboveWindow(Settings settings) {
        int minimum = settings.value(GateKeys.BREAKER_MINIMUM_CALLS);
        BreakerWindow window = settings.value(GateKeys.BREAKER_WINDOW);
        return problem(
                settings.isWritten(GateKeys.BREAKER_MINIMUM_CALLS)
                        && window.duration() == null
                        && minimum > window.calls(),
                "circuit-breaker.minimum-calls " + minimum + " can never be reached in a circuit-breaker.window of "
                        + window + " calls");
    }

    private static Optional<String> oneHeaderForTwo(Settings settings) {
        String key = settings.value(CallKeys.IDEMPOTENCY_KEY_HEADER);
        return problem(
                settings.value(CallKeys.ATTEMPT_HEADER)
                        .filter(key::equalsIgnoreCase)
                        .isPresent(),
                "attempt-header and idempotency-key.header are the same header, " + key);
    }

    /** An instance overrides settings that it inherits; beside settings of its own level it is a contradiction. */
    private static void bothPlaces(
            Settings settings, PolicyKey<Optional<String>> instance, List<PolicyKey<?>> ours, List<Fault> faults) {
        Optional<String> name = settings.value(instance);
        if (name.isEmpty() || settings.isRefused(instance)) {
            return;
        }
        for (PolicyKey<?> key : ours) {
            if (settings.has(key) && !settings.value(key).equals(Optional.empty())) {
                faults.add(settings.fault(
                        key,
                        "configured in both places: " + instance + " uses Resilience4j's " + FaultText.shown(name.get())
                                + " as it is; remove this, or set " + instance + " to none"));
            }
        }
    }

    private static Optional<String> problem(boolean contradiction, String text) {
        return contradiction ? Optional.of(text) : Optional.empty();
    }
}
