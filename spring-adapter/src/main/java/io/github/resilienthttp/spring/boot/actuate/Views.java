// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.ScopeState;
import io.github.resilienthttp.policy.Plan;
import io.github.resilienthttp.policy.PlanWarnings;
import io.github.resilienthttp.policy.WorstCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at an engine. Nothing is changed by looking. */
record Views(ResilientHttp resilience) {
    /** What is further away is told as this far. */
    private static final Duration LONGEST = Duration.ofDays(366);

    ClientView of(ResilientClient client, int most) {
        List<ScopeView> scopes = scopes(client);
        return new ClientView(
                Plan.of(client.policy()),
                WorstCase.of(client.policy()).worstCaseMillis(),
                PlanWarnings.of(client.policy()),
                List.copyOf(scopes.subList(0, Math.min(most, scopes.size()))),
                Math.max(0, scopes.size() - most));
    }

    /** Those in trouble first, else by name. */
    List<ScopeView> scopes(ResilientClient client) {
        return client.scopes().all().stream()
                .map(this::of)
                .sorted(Comparator.comparing((ScopeView scope) -> !scope.troubled())
                        .thenComparing(ScopeView::scope))
                .toList();
    }

    private ScopeView of(Scope scope) {
        long now = resilience.time().nanos();
        ScopeState state = scope.state(now);
        return new ScopeView(
                state.label(),
                state.circuit().label(),
                instant(scope.openUntil(now), now),
                instant(state.closedUntil(), now),
                state.waiting(),
                state.budget(),
                state.active());
    }

    /** Null for 0, which means never, and for the end of time, which means nobody knows. */
    private @Nullable Instant instant(long until, long now) {
        if (until == 0 || until == Long.MAX_VALUE) {
            return null;
        }
        Duration ahead = Duration.ofNanos(until - now);
        return resilience.time().now().plus(ahead.compareTo(LONGEST) > 0 ? LONGEST : ahead);
    }
}
