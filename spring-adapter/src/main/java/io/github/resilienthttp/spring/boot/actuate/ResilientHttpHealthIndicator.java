// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.ResilientHttp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells which scopes are in trouble. Always up: somebody else's outage is no reason to restart this application. */
final class ResilientHttpHealthIndicator extends AbstractHealthIndicator {
    private static final int MOST_TOLD = 10;

    private final ResilientHttp resilience;

    ResilientHttpHealthIndicator(ResilientHttp resilience) {
        super("resilient-http cannot be looked at");
        this.resilience = resilience;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, List<ScopeView>> troubled = new TreeMap<>();
        resilience.clients().forEach((name, client) -> {
            List<ScopeView> scopes = new Views(resilience)
                    .scopes(client).stream()
                            .filter(ScopeView::troubled)
                            .limit(MOST_TOLD)
                            .toList();
            if (!scopes.isEmpty()) {
                troubled.put(name, scopes);
            }
        });
        health.up().withDetail("clients", resilience.clients().size()).withDetail("troubled", troubled);
    }
}
