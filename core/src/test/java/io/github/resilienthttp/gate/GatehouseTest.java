// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.policy.BreakerWindow;
import io.github.resilienthttp.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatehouseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Resilience4jRegistries registries = Resilience4jRegistries.own();
    private final SteppedTicker ticker = new SteppedTicker();

    private Gatehouse gatehouse(Policy policy) {
        return new Gatehouse(policy, 10, registries, ticker);
    }

    @Test
    void theScopeOfTheWholeClientHasTheClientsName() {
        ScopesScene scene = new ScopesScene(10, settings -> settings.rateLimit(3, SECOND));
        scene.scopes.acquire("", "", 0, null, scene.now());
        scene.scopes.acquire("", "", 0, "client", scene.now());
        assertThat(scene.registries.breakers().getAllCircuitBreakers())
                .extracting(breaker -> breaker.getName())
                .containsExactlyInAnyOrder("api", "api|named:client");
        assertThat(scene.registries.limiters().find("api")).isPresent();
    }

    @Test
    void aBreakerOfTheClientsNameThatTheApplicationConfiguredStopsTheStart() {
        registries.breakers().circuitBreaker("api");
        assertThatThrownBy(() -> gatehouse(ScopesScene.policy(settings -> settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circuit breaker 'api'");
        gatehouse(ScopesScene.policy(settings -> settings.circuitBreakerEnabled(false)));
        gatehouse(Policy.builder("api").circuitBreakerInstance("api").build());
    }

    @Test
    void aLimiterOfTheClientsNameThatTheApplicationConfiguredStopsTheStart() {
        registries.limiters().rateLimiter("api");
        assertThatThrownBy(() -> gatehouse(ScopesScene.policy(settings -> settings.rateLimit(3, SECOND))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate limiter 'api'");
        gatehouse(ScopesScene.policy(settings -> settings));
    }

    @Test
    void aRetryOfTheClientsNameThatTheApplicationConfiguredStopsTheStart() {
        registries.retries().retry("api");
        assertThatThrownBy(() -> gatehouse(ScopesScene.policy(settings -> settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retry 'api'");
    }

    @Test
    void anUnknownInstanceStopsTheStart() {
        assertThatThrownBy(() -> gatehouse(
                        Policy.builder("api").circuitBreakerInstance("theirs").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theirs'");
        assertThatThrownBy(() -> gatehouse(
                        Policy.builder("api").rateLimitInstance("theirs").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theirs'");
    }

    @Test
    void settingsThatCannotWorkStopTheStartNotTheFirstCall() {
        Policy policy = ScopesScene.policy(settings -> settings);
        Policy.Budget budget = new Policy.Budget(true, TokenBucketBudget.MAX_CAPACITY + 1, 0.1, SECOND);
        assertThatThrownBy(() -> gatehouse(withBudget(policy, budget)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget.capacity");
    }

    @Test
    void aWindowThatNobodyCanCountStopsTheStartUnlessItIsSwitchedOff() {
        BreakerWindow endless = new BreakerWindow(0, Duration.ofDays(100_000));
        assertThatThrownBy(() -> gatehouse(withBreaker(GateSettings.breaker(endless, null, true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circuit-breaker.window");
        assertThatCode(() -> gatehouse(withBreaker(GateSettings.breaker(endless, null, false))))
                .doesNotThrowAnyException();
    }

    private static Policy withBreaker(Policy.Breaker breaker) {
        Policy policy = ScopesScene.policy(settings -> settings);
        return with(policy, breaker, policy.budget());
    }

    static Policy withBudget(Policy policy, Policy.Budget budget) {
        return with(policy, policy.circuitBreaker(), budget);
    }

    /** Not by the builder, which would refuse what the gates have to refuse as well. */
    private static Policy with(Policy policy, Policy.Breaker breaker, Policy.Budget budget) {
        return new Policy(
                policy.client(),
                policy.mode(),
                policy.origins(),
                policy.scope(),
                policy.timeout(),
                policy.retry(),
                policy.backoff(),
                policy.retryAfterMaxWait(),
                policy.throttle(),
                policy.hint(),
                policy.cooldown(),
                budget,
                breaker,
                policy.rateLimit(),
                policy.idempotencyKey(),
                policy.attemptHeader(),
                policy.discard(),
                policy.replayMaxBody(),
                policy.error());
    }

    @Test
    void noRoomForAnyScopeIsRefused() {
        assertThatThrownBy(() -> new Gatehouse(ScopesScene.policy(settings -> settings), 0, registries, ticker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scopes 0");
    }

    /** As the meter {@code resilient.http.circuit} has it. */
    @Test
    void fromTheEndOfItsOpenTimeOnACircuitIsHalfOpenAlthoughNobodyHasTried() {
        ScopesScene scene = new ScopesScene(10);
        Scope scope = scene.acquire("a");
        scene.open(scope);
        scene.ticker.advance(ScopesScene.OPEN_FOR);
        assertThat(scene.circuit(scope)).isEqualTo("open");
        scene.ticker.advance(Duration.ofMillis(1));
        assertThat(scene.circuit(scope)).isEqualTo("half-open");
        assertThat(new ScopeGauges(scene.scopes, scene.ticker).circuit().label())
                .isEqualTo("half-open");
    }

    @Test
    void anEarlierOutcomeDoesNotCountInTheStateThatFollows() {
        ScopesScene scene = new ScopesScene(10);
        Scope scope = scene.acquire("a");
        Permit early = scene.go(scope);
        Permit lateCancel = scene.go(scope);
        scene.open(scope);
        scene.ticker.advance(ScopesScene.OPEN_FOR.plusMillis(1));
        Permit trial = scene.go(scope);
        assertThat(scene.circuit(scope)).isEqualTo("half-open");
        early.settle(BreakerMark.SUCCESS, 0, null, true, false, true, scene.now());
        assertThat(scene.circuit(scope)).isEqualTo("half-open");
        lateCancel.cancel(scene.now());
        assertThat(scope.enter(scope.permit(), scene.now(), Long.MAX_VALUE).kind())
                .as("the one half-open permit is still out")
                .isEqualTo(Admission.Kind.REFUSED);
        trial.settle(BreakerMark.SUCCESS, 0, null, true, false, true, scene.now());
        assertThat(scene.circuit(scope)).isEqualTo("closed");
    }

    @Test
    void aHalfOpenPermitThatIsGivenBackIsThereForTheNext() {
        ScopesScene scene = new ScopesScene(10);
        Scope scope = scene.acquire("a");
        scene.open(scope);
        scene.ticker.advance(ScopesScene.OPEN_FOR.plusMillis(1));
        scene.go(scope).cancel(scene.now());
        scene.attempt(scope, BreakerMark.NONE);
        scene.attempt(scope, BreakerMark.SUCCESS);
        assertThat(scene.circuit(scope)).isEqualTo("closed");
    }
}
