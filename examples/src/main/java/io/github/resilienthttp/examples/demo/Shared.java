// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.ScopeState;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the calls of a client share, in a few words: the worst of its scopes. */
final class Shared {
    private final ResilientHttp http;

    Shared(ResilientHttp http) {
        this.http = http;
    }

    String of(String client) {
        long now = http.time().nanos();
        List<ScopeState> scopes = http.client(client).scopes().all().stream()
                .map((Scope scope) -> scope.state(now))
                .toList();
        return circuit(scopes) + cooldown(scopes, now) + budget(scopes);
    }

    private static String circuit(List<ScopeState> scopes) {
        for (String state : List.of("open", "half-open")) {
            if (scopes.stream().anyMatch(scope -> scope.circuit().equals(state))) {
                return "breaker " + state;
            }
        }
        return "breaker closed";
    }

    private static String cooldown(List<ScopeState> scopes, long now) {
        List<ScopeState> closed =
                scopes.stream().filter(scope -> scope.closedUntil() > now).toList();
        if (closed.isEmpty()) {
            return "";
        }
        long longest = closed.stream().mapToLong(ScopeState::closedUntil).max().orElse(now) - now;
        String which = scopes.size() > 1 ? " (" + closed.size() + " of " + scopes.size() + " scopes)" : "";
        return ", cool-down " + TimeUnit.NANOSECONDS.toSeconds(longest + 999_999_999) + " s" + which;
    }

    private static String budget(List<ScopeState> scopes) {
        double least = scopes.stream().mapToDouble(ScopeState::budget).min().orElse(1);
        return least >= 0.995 ? "" : ", budget " + Math.round(least * 100) + "%";
    }
}
