// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GatehouseReconfigureTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ScopesScene scene = new ScopesScene(10, GatehouseReconfigureTest::limited);
    private final Scope scope = scene.acquire("a");
    private final Gates before = scope.gates();

    private static PolicyBuilder limited(PolicyBuilder settings) {
        return settings.rateLimit(5, MINUTE);
    }

    private void reconfigure(UnaryOperator<PolicyBuilder> change) {
        scene.gatehouse.reconfigure(ScopesScene.policy(settings -> change.apply(limited(settings))));
    }

    private static Policy withInstance(String name) {
        return Policy.builder("api")
                .rateLimit(9, MINUTE)
                .circuitBreakerInstance(name)
                .build();
    }

    private int available() {
        return scene.registries
                .limiters()
                .find("api|https://a")
                .orElseThrow()
                .getMetrics()
                .getAvailablePermissions();
    }

    @Test
    void stateSurvivesWhereOnlyOtherSettingsChange() {
        scene.open(scope);
        scope.withdraw(scene.now());
        scope.close(scene.in(MINUTE), scene.now());
        reconfigure(settings -> settings.maxAttempts(7).timeoutTotal(MINUTE));
        assertThat(scope.gates()).isEqualTo(before);
        assertThat(scene.circuit(scope)).isEqualTo("open");
        assertThat(scope.closedUntil(scene.now())).isEqualTo(scene.in(MINUTE));
        assertThat(scope.state(scene.now()).budget()).isEqualTo(0.9);
        assertThat(available()).isEqualTo(1);
    }

    @Test
    void stateSurvivesSeveralChanges() {
        scene.open(scope);
        reconfigure(settings -> settings.maxAttempts(7));
        reconfigure(settings -> settings.maxAttempts(7).budgetCapacity(3));
        reconfigure(settings -> settings.budgetCapacity(3).cooldownMaxWait(MINUTE));
        assertThat(scene.circuit(scope)).isEqualTo("open");
        assertThat(scope.gates().budget()).isNotSameAs(before.budget());
        assertThat(scope.gates().cooldown()).isNotSameAs(before.cooldown());
        assertThat(scope.gates().limiter()).isSameAs(before.limiter());
    }

    @Test
    void aChangedBreakerAloneIsRenewed() {
        scene.open(scope);
        scope.withdraw(scene.now());
        reconfigure(settings -> settings.circuitBreakerOpenFor(MINUTE));
        assertThat(scene.circuit(scope)).isEqualTo("closed");
        assertThat(scope.state(scene.now()).budget()).isEqualTo(0.9);
        assertThat(available()).isEqualTo(1);
        scene.registries.breakers().find("api|https://a").orElseThrow().transitionToForcedOpenState();
        assertThat(scene.circuit(scope))
                .as("the one in the registry is the one in use")
                .isEqualTo("isolated");
    }

    @Test
    void aChangedLimitAloneIsRenewed() {
        scene.open(scope);
        reconfigure(settings -> settings.rateLimitPermits(9));
        assertThat(available()).isEqualTo(9);
        assertThat(scene.circuit(scope)).isEqualTo("open");
    }

    @Test
    void whatIsSwitchedOffLeavesTheRegistries() {
        scene.gatehouse.reconfigure(ScopesScene.policy(settings -> settings.circuitBreakerEnabled(false)));
        assertThat(scene.registries.breakers().getAllCircuitBreakers()).isEmpty();
        assertThat(scene.registries.limiters().getAllRateLimiters()).isEmpty();
        assertThat(scene.circuit(scope)).isEqualTo("disabled");
        reconfigure(settings -> settings);
        assertThat(scene.registries.breakers().getAllCircuitBreakers()).hasSize(1);
        assertThat(available()).isEqualTo(5);
    }

    @Test
    void whatGivesWayToAnInstanceOfTheApplicationLeavesTheRegistries() {
        scene.registries.breakers().circuitBreaker("theirs");
        scene.gatehouse.reconfigure(withInstance("theirs"));
        assertThat(scene.registries.breakers().getAllCircuitBreakers())
                .extracting(breaker -> breaker.getName())
                .containsExactly("theirs");
    }

    @Test
    void scopesThatComeLaterFollowTheNewPolicy() {
        reconfigure(settings -> settings.rateLimitPermits(9));
        scene.visit("b");
        assertThat(scene.registries
                        .limiters()
                        .find("api|https://b")
                        .orElseThrow()
                        .getRateLimiterConfig())
                .returns(9, config -> config.getLimitForPeriod());
    }

    @Test
    void theSharedScopeFollowsToo() {
        ScopesScene full = new ScopesScene(1);
        full.acquire("a");
        Scope rest = full.acquire("b");
        full.gatehouse.reconfigure(ScopesScene.policy(settings -> settings.circuitBreakerEnabled(false)));
        assertThat(full.circuit(rest)).isEqualTo("disabled");
    }

    @Test
    void callsUnderWaySettleAgainstWhatTheyTook() {
        Permit permit = scene.go(scope);
        reconfigure(settings -> settings.circuitBreakerOpenFor(MINUTE).rateLimitPermits(9));
        permit.settle(BreakerMark.FAILURE, 0, null, false, false, false, scene.now());
        assertThat(available()).as("nothing comes back that was not taken here").isEqualTo(9);
        assertThat(scene.registries
                        .breakers()
                        .find("api|https://a")
                        .orElseThrow()
                        .getMetrics()
                        .getNumberOfFailedCalls())
                .isZero();
        assertThat(before.limiter().idle(scene.now()))
                .as("its own limiter has its permit back")
                .isTrue();
    }

    @Test
    void aLookRefusesWhatTheChangeWouldAndChangesNothing() {
        ScopesScene plain = new ScopesScene(10);
        plain.visit("b");
        plain.registries.limiters().rateLimiter("api|https://b");
        assertThatThrownBy(() -> plain.gatehouse.check(ScopesScene.policy(GatehouseReconfigureTest::limited)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api|https://b");
        assertThatThrownBy(() -> scene.gatehouse.check(withInstance("theris")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theris' is not in the registry");
        scene.gatehouse.check(ScopesScene.policy(settings -> settings.circuitBreakerEnabled(false)));
        assertThat(scope.gates()).isEqualTo(before);
    }

    @Test
    void anUnknownInstanceChangesNothing() {
        assertThatThrownBy(() -> scene.gatehouse.reconfigure(withInstance("theris")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theris' is not in the registry");
        assertThat(scope.gates()).isEqualTo(before);
        assertThat(available()).isEqualTo(5);
        assertThat(scene.registries.limiters().find("api|https://b")).isEmpty();
        scene.visit("b");
        assertThat(scene.registries
                        .limiters()
                        .find("api|https://b")
                        .orElseThrow()
                        .getRateLimiterConfig())
                .returns(5, config -> config.getLimitForPeriod());
        reconfigure(settings -> settings.maxAttempts(2));
        assertThat(scope.gates()).isEqualTo(before);
    }

    @Test
    void aNameThatIsTakenForOneOfManyScopesChangesNothing() {
        ScopesScene plain = new ScopesScene(10);
        Scope first = plain.visit("a");
        Scope taken = plain.visit("b");
        plain.registries.limiters().rateLimiter("api|https://b");
        Gates firstBefore = first.gates();
        assertThatThrownBy(() -> plain.gatehouse.reconfigure(ScopesScene.policy(GatehouseReconfigureTest::limited)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api|https://b");
        assertThat(first.gates()).isSameAs(firstBefore);
        assertThat(taken.gates().limiter()).isSameAs(UnlimitedLimiter.INSTANCE);
        assertThat(plain.registries.limiters().getAllRateLimiters()).hasSize(1);
        assertThat(plain.visit("c").gates().limiter()).isSameAs(UnlimitedLimiter.INSTANCE);
    }

    @Test
    void settingsOutOfRangeChangeNothing() {
        Policy bad = GatehouseTest.withBudget(
                ScopesScene.policy(settings -> settings.rateLimit(9, MINUTE)),
                new Policy.Budget(true, TokenBucketBudget.MAX_CAPACITY + 1, 0.1, MINUTE));
        assertThatThrownBy(() -> scene.gatehouse.reconfigure(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThat(scope.gates()).isEqualTo(before);
        assertThat(available()).isEqualTo(5);
    }
}
