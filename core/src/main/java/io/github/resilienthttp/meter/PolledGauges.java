// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.event.ClientGauges;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The gauges of one client name, which more than one front door may have: the one that is worst off counts. Thread-safe. */
final class PolledGauges {
    private final List<ClientGauges> sources = new CopyOnWriteArrayList<>();

    static void register(ClientRegistry registry, PolledGauges polled) {
        registry.gauge(
                "resilient.http.budget", null, "Share of the retry budget that is left", polled, PolledGauges::budget);
        registry.gauge(
                "resilient.http.cooldown",
                "seconds",
                "Time until a closed scope reopens",
                polled,
                PolledGauges::cooldownSeconds);
        registry.gauge(
                "resilient.http.circuit.failure.rate",
                null,
                "Failure rate seen by the circuit breaker",
                polled,
                PolledGauges::failureRate);
        for (CircuitState state : CircuitState.values()) {
            registry.gauge(
                    "resilient.http.circuit",
                    null,
                    "1 for the state of the circuit breaker",
                    polled,
                    seen -> seen.circuit() == state ? 1 : 0,
                    "state",
                    state.label());
        }
    }

    void add(ClientGauges source) {
        sources.add(source);
    }

    /** {@return whether it was the last} */
    boolean remove(ClientGauges source) {
        sources.remove(source);
        return sources.isEmpty();
    }

    private double budget() {
        return sources.stream().mapToDouble(ClientGauges::budget).min().orElse(1);
    }

    private double cooldownSeconds() {
        return sources.stream().mapToDouble(ClientGauges::cooldownSeconds).max().orElse(0);
    }

    private CircuitState circuit() {
        return sources.stream()
                .map(ClientGauges::circuit)
                .max(Comparator.naturalOrder())
                .orElse(CircuitState.CLOSED);
    }

    private double failureRate() {
        return sources.stream()
                .mapToDouble(ClientGauges::failureRate)
                .filter(rate -> !Double.isNaN(rate))
                .max()
                .orElse(Double.NaN);
    }
}
