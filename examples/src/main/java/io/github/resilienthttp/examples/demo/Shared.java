// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.decision.CircuitState;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.ScopeState;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the calls of a client share, at one moment: the worst of its scopes.
 *
 * @param breaker open, half-open or closed
 * @param cooldownNanos until the last of the closed scopes reopens, or 0
 * @param closed scopes that are closed
 * @param scopes all of them
 * @param budget what is left, from 0 to 1
 */
record Shared(String breaker, long cooldownNanos, int closed, int scopes, double budget) {
    static Shared of(ResilientHttp http, String client) {
        long now = http.time().nanos();
        List<ScopeState> scopes = http.client(client).scopes().all().stream()
                .map((Scope scope) -> scope.state(now))
                .toList();
        long[] left = scopes.stream()
                .mapToLong(scope -> scope.closedUntil() - now)
                .filter(nanos -> nanos > 0)
                .sorted()
                .toArray();
        return new Shared(
                breaker(scopes),
                left.length == 0 ? 0 : left[left.length - 1],
                left.length,
                scopes.size(),
                scopes.stream().mapToDouble(ScopeState::budget).min().orElse(1));
    }

    private static String breaker(List<ScopeState> scopes) {
        for (CircuitState state : List.of(CircuitState.OPEN, CircuitState.HALF_OPEN)) {
            if (scopes.stream().anyMatch(scope -> scope.circuit() == state)) {
                return state.label();
            }
        }
        return CircuitState.CLOSED.label();
    }

    /** For a person. */
    String words() {
        return "breaker " + breaker + cooldown()
                + (budget >= 0.995 ? "" : ", budget " + Math.round(budget * 100) + "%");
    }

    private String cooldown() {
        if (closed == 0) {
            return "";
        }
        String which = scopes > 1 ? " (" + closed + " of " + scopes + " scopes)" : "";
        return ", cool-down " + TimeUnit.NANOSECONDS.toSeconds(cooldownNanos + 999_999_999) + " s" + which;
    }
}
