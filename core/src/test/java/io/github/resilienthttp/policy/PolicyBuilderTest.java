// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.Policy.RateLimit;
import io.github.resilienthttp.policy.Policy.Throttle;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyBuilderTest {
    @Test
    void setsEachKeyByItsOwnMethod() {
        Policy policy = Policy.builder("github")
                .mode(Mode.OBSERVE)
                .origins(Set.of(Origin.parse("https://api.github.com")))
                .scope(ScopeRule.path(2))
                .timeoutTotal(Duration.ofSeconds(20))
                .timeoutAttempt(Duration.ofSeconds(3))
                .maxAttempts(4)
                .retryStatuses(StatusSet.parse("503"))
                .retryMethods(Set.of("GET"))
                .backoffInitial(Duration.ofMillis(50))
                .backoffMultiplier(3)
                .backoffMax(Duration.ofSeconds(1))
                .backoffJitter(Jitter.EQUAL)
                .retryAfterMaxWait(Duration.ofSeconds(7))
                .throttleWithoutHint(Throttle.WithoutHint.BACKOFF)
                .throttleUnsafeMethods(Throttle.UnsafeMethods.FAIL_FAST)
                .hintHeaders(List.of(HintHeader.parse("X-Wait:ms")))
                .hintBodyPointers(List.of("/wait"))
                .cooldownEnabled(false)
                .cooldownMaxWait(Duration.ofSeconds(1))
                .cooldownMaxWaiting(2)
                .cooldownMaxHold(Duration.ofHours(1))
                .cooldownOnQuotaUsed(false)
                .budgetEnabled(false)
                .budgetCapacity(5)
                .budgetDeposit(0.5)
                .budgetRefillInterval(Duration.ofSeconds(30))
                .circuitBreakerEnabled(false)
                .circuitBreakerFailureRate(25)
                .circuitBreakerWindow(BreakerWindow.time(Duration.ofSeconds(60)))
                .circuitBreakerMinimumCalls(7)
                .circuitBreakerOpenFor(Duration.ofSeconds(4))
                .circuitBreakerHalfOpenCalls(2)
                .circuitBreakerSlowCallDuration(Duration.ofSeconds(2))
                .circuitBreakerSlowCallRate(80)
                .rateLimitPermits(20)
                .rateLimitPeriod(Duration.ofSeconds(60))
                .rateLimitWindow(RateLimit.Window.FIXED)
                .rateLimitMargin(RateMargin.percent(2))
                .rateLimitMaxWait(Duration.ofSeconds(6))
                .idempotencyKeyHeader("X-Idem")
                .idempotencyKeyGenerate(true)
                .attemptHeader("X-Attempt")
                .discardMaxDrain(1024)
                .discardMaxTime(Duration.ofMillis(100))
                .replayMaxBody(2048)
                .errorCodePointer("/code")
                .errorMessagePointer("/message")
                .errorFieldsPointer("/fields")
                .errorRequestIdPointer("/id")
                .build();
        Policy plain = Policy.builder("github").build();
        assertThat(PolicyKeys.all())
                .filteredOn(key -> key.text(policy).equals(key.text(plain)))
                .extracting(PolicyKey::name)
                .containsExactly("circuit-breaker.instance", "rate-limit.instance");
        assertThat(policy.hint().bodyPointers())
                .containsExactly("/wait", "/retryAfter", "/retry_after", "/error/retryAfter");
        assertThat(policy.toBuilder().build()).isEqualTo(policy);
    }

    @Test
    void hasOneTypedMethodForEachKey() {
        long typed = Stream.of(CallSettings.class, RetrySettings.class, GateSettings.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(Method::isDefault)
                .count();
        assertThat(typed).isEqualTo(PolicyKeys.all().size());
    }

    @Test
    void takesTextsWhereTheyAreShorter() {
        Policy policy = Policy.builder("github")
                .origins("https://api.github.com", "http://localhost:8080")
                .retryStatuses("503, 408")
                .retryMethods("GET", "PUT")
                .rateLimit(20, Duration.ofSeconds(60))
                .circuitBreakerInstance("shared")
                .attemptHeader(null)
                .build();
        assertThat(policy.origins()).hasSize(2);
        assertThat(policy.retry().statuses().contains(408)).isTrue();
        assertThat(policy.retry().methods()).containsExactly("GET", "PUT");
        assertThat(policy.rateLimit().permits()).isEqualTo(20);
        assertThat(policy.circuitBreaker().instance()).isEqualTo("shared");
        assertThat(policy.attemptHeader()).isNull();
        assertThat(Policy.builder("a").origins().build().origins()).isEmpty();
    }

    @Test
    void reportsAllFaultsAtOnce() {
        PolicyBuilder builder = Policy.builder("bad name")
                .maxAttempts(0)
                .timeoutTotal(Duration.ofMillis(5))
                .set("retry.max-atempts", "4")
                .backoffMultiplier(Double.NaN)
                .retryStatuses("4xx")
                .rateLimitPermits(5);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .isInstanceOfSatisfying(InvalidConfigurationException.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::key)
                        .containsExactlyInAnyOrder(
                                "client",
                                "retry.max-atempts",
                                "retry.max-attempts",
                                "timeout.total",
                                "backoff.multiplier",
                                "retry.statuses",
                                "rate-limit.permits"))
                .hasMessageContaining("Policy.builder(\"bad name\"): retry.max-attempts=0: out of range; "
                        + "allowed: a whole number from 1 to 20");
    }

    @Test
    void refusesNullWithTheKeysName() {
        assertThatThrownBy(() -> Policy.builder("a").timeoutTotal(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("timeout.total");
    }

    @Test
    void inheritsFromAnotherPolicyButNotItsNameAndOrigins() {
        Policy base = Policy.builder("base")
                .origins("https://a.example")
                .maxAttempts(5)
                .circuitBreakerFailureRate(30)
                .build();
        Policy heir = Policy.builder("heir")
                .circuitBreakerInstance("own")
                .inherit(base)
                .build();
        assertThat(heir.client()).isEqualTo("heir");
        assertThat(heir.origins()).isEmpty();
        assertThat(heir.retry().maxAttempts()).isEqualTo(5);
        assertThat(Policy.builder("heir")
                        .maxAttempts(2)
                        .inherit(base)
                        .build()
                        .retry()
                        .maxAttempts())
                .isEqualTo(2);
    }

    @Test
    void whatIsCopiedCannotBeChanged() {
        Policy policy = Policy.builder("a").build();
        assertThatThrownBy(() -> policy.retry().methods().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> policy.origins().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> policy.hint().bodyPointers().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aChangeShowsInThePartItBelongsToOnly() {
        Policy before = Policy.builder("a").build();
        Policy after =
                before.toBuilder().circuitBreakerOpenFor(Duration.ofSeconds(1)).build();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.circuitBreaker()).isNotEqualTo(before.circuitBreaker());
        assertThat(after.rateLimit()).isEqualTo(before.rateLimit());
        assertThat(after.budget()).isEqualTo(before.budget());
        assertThat(after.cooldown()).isEqualTo(before.cooldown());
        assertThat(after.scope()).isEqualTo(before.scope());
    }
}
