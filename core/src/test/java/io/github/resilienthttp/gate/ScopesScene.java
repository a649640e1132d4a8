// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The scopes of a client named api, and what calls do to them. */
final class ScopesScene {
    static final Duration OPEN_FOR = Duration.ofSeconds(10);
    static final int FAILURES_TO_OPEN = 4;

    final SteppedTicker ticker = new SteppedTicker();
    final Resilience4jRegistries registries = Resilience4jRegistries.own();
    final Gatehouse gatehouse;
    final Scopes scopes;

    ScopesScene(int capacity, UnaryOperator<PolicyBuilder> settings) {
        ticker.advance(Duration.ofSeconds(1));
        gatehouse = new Gatehouse(policy(settings), capacity, registries, ticker);
        scopes = gatehouse.scopes();
    }

    ScopesScene(int capacity) {
        this(capacity, settings -> settings);
    }

    static Policy policy(UnaryOperator<PolicyBuilder> settings) {
        PolicyBuilder quick = Policy.builder("api")
                .circuitBreakerWindow(BreakerWindow.calls(10))
                .circuitBreakerMinimumCalls(FAILURES_TO_OPEN)
                .circuitBreakerOpenFor(OPEN_FOR)
                .circuitBreakerHalfOpenCalls(1);
        return settings.apply(quick).build();
    }

    long now() {
        return ticker.nanos();
    }

    long in(Duration time) {
        return now() + time.toNanos();
    }

    /** Stays there until it is unpinned. */
    Scope acquire(String host) {
        return scopes.acquire("https", host, 443, null, now());
    }

    /** Comes and goes, a moment later than the one before. */
    Scope visit(String host) {
        ticker.advance(Duration.ofMillis(1));
        Scope scope = acquire(host);
        scope.unpin();
        return scope;
    }

    void visitMany(int hosts) {
        for (int n = 0; n < hosts; n++) {
            visit("newcomer-" + n);
        }
    }

    /** An attempt that is under way. */
    Permit go(Scope scope) {
        Permit permit = scope.permit();
        assertThat(scope.enter(permit, now(), Long.MAX_VALUE)).isEqualTo(Admission.GO);
        return permit;
    }

    void attempt(Scope scope, BreakerMark mark) {
        go(scope).settle(mark, 0, null, true, false, true, now());
    }

    void open(Scope scope) {
        for (int n = 0; n < FAILURES_TO_OPEN; n++) {
            attempt(scope, BreakerMark.FAILURE);
        }
        assertThat(circuit(scope)).isEqualTo("open");
    }

    String circuit(Scope scope) {
        return scope.state(now()).circuit().label();
    }

    boolean remembers(Scope scope) {
        return scopes.all().contains(scope);
    }

    Set<String> labels() {
        return scopes.all().stream().map(Scope::label).collect(Collectors.toSet());
    }
}
