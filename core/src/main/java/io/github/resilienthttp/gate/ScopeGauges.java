// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.event.ClientGauges;
import java.util.Comparator;

/** Looks at all scopes whenever it is asked; keeps nothing of any, so that one which is forgotten is gone. Thread-safe. */
record ScopeGauges(Scopes scopes, Ticker ticker) implements ClientGauges {
    @Override
    public double budget() {
        long now = ticker.nanos();
        return scopes.all().stream()
                .mapToDouble(scope -> scope.gates().budget().level(now))
                .min()
                .orElse(1);
    }

    @Override
    public double cooldownSeconds() {
        long now = ticker.nanos();
        return scopes.all().stream()
                        .mapToLong(scope -> Math.max(0, scope.closedUntil(now) - now))
                        .max()
                        .orElse(0)
                / 1e9;
    }

    @Override
    public CircuitState circuit() {
        long now = ticker.nanos();
        return scopes.all().stream()
                .map(scope -> scope.gates().breaker().seen(now))
                .max(Comparator.naturalOrder())
                .orElse(CircuitState.CLOSED);
    }

    @Override
    public double failureRate() {
        return scopes.all().stream()
                .mapToDouble(scope -> scope.gates().breaker().failureRate())
                .filter(rate -> !Double.isNaN(rate))
                .max()
                .orElse(Double.NaN);
    }
}
