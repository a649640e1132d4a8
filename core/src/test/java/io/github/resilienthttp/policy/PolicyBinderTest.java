// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyBinderTest {
    @Test
    void theDefaultClientAlwaysExistsWithTheDefaults() {
        ResilientHttpConfig config = Bound.of();
        assertThat(config.clients()).containsOnlyKeys("default");
        assertThat(config.policyFor("default"))
                .isEqualTo(config.defaults())
                .isEqualTo(Policy.builder("default").build());
    }

    @Test
    void aClientInheritsWhatItLeavesOut() {
        ResilientHttpConfig config = Bound.of(
                ".clients.github.retry.max-attempts=4",
                ".defaults.retry.max-attempts=2",
                ".defaults.timeout.total=20s",
                ".clients.default.timeout.total=10s",
                ".clients.billing.mode= observe ");
        Policy github = config.policyFor("github");
        assertThat(github.retry().maxAttempts()).isEqualTo(4);
        assertThat(github.timeout().total()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.policyFor("default").retry().maxAttempts()).isEqualTo(2);
        assertThat(config.policyFor("default").timeout().total()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.defaults().timeout().total()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.policyFor("billing").mode()).isEqualTo(Mode.OBSERVE);
        assertThat(config.clients().keySet()).containsExactly("default", "github", "billing");
    }

    @Test
    void aNameMayHoldDots() {
        ResilientHttpConfig config = Bound.of(
                ".clients.api.eu.retry.max-attempts=4",
                ".clients.api.eu.mode=observe",
                ".clients.retry.retry.max-attempts=5",
                ".clients.a.timeout.timeout.total=5s",
                ".clients.x_1-2.mode=off");
        assertThat(config.clients()).containsOnlyKeys("default", "api.eu", "retry", "a.timeout", "x_1-2");
        assertThat(config.policyFor("api.eu").retry().maxAttempts()).isEqualTo(4);
        assertThat(config.policyFor("api.eu").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void anUnknownClientIsAnsweredWithTheKnownOnes() {
        ResilientHttpConfig config = Bound.of(".clients.github.mode=off");
        assertThatThrownBy(() -> config.policyFor("gihtub"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no client gihtub; did you mean github? (known: default, github)");
    }

    @Test
    void anOriginBelongsToTheClientThatNamesIt() {
        ResilientHttpConfig config = Bound.of(".clients.github.origins=https://api.github.com, https://github.com");
        assertThat(config.policyFor(Origin.parse("https://github.com:443")).client())
                .isEqualTo("github");
        assertThat(config.policyFor(Origin.parse("http://github.com")).client()).isEqualTo("default");
    }

    @Test
    void entriesOfAListMayComeOneByOne() {
        Policy policy = Bound.of(
                        ".clients.a.retry.methods[0]=GET", ".clients.a.mode=observe", ".clients.a.retry.methods[1]=PUT")
                .policyFor("a");
        assertThat(policy.retry().methods()).containsExactly("GET", "PUT");
        assertThat(Bound.faults(".clients.a.mode=x", ".clients.a.retry.methods[0]=get", ".clients.a.scope=x"))
                .extracting(Fault::place)
                .containsExactly("f:1", "f:2", "f:3");
    }

    @Test
    void inheritedSettingsGiveWayToAnInstanceButNotTheReverse() {
        Policy policy = Bound.of(
                        ".defaults.circuit-breaker.failure-rate=30",
                        ".defaults.rate-limit.permits=5",
                        ".defaults.rate-limit.period=1s",
                        ".clients.a.circuit-breaker.instance=own",
                        ".clients.a.rate-limit.instance=own")
                .policyFor("a");
        assertThat(policy.circuitBreaker().instance()).isEqualTo("own");
        assertThat(policy.rateLimit().instance()).isEqualTo("own");
        assertThat(policy.rateLimit().permits()).isNull();
        assertThat(Bound.faults(".defaults.circuit-breaker.instance=all", ".clients.a.circuit-breaker.open-for=1s"))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.key()).isEqualTo("resilient-http.clients.a.circuit-breaker.open-for"));
    }

    @Test
    void halfARateLimitBelowDefaultsIsForClientsToComplete() {
        ResilientHttpConfig config = Bound.of(".defaults.rate-limit.period=60s", ".clients.a.rate-limit.permits=20");
        assertThat(config.policyFor("a").rateLimit().permits()).isEqualTo(20);
        assertThat(config.policyFor("default").rateLimit().period()).isNull();
        assertThat(Bound.faults(".defaults.rate-limit.period=60s", ".clients.a.mode=off"))
                .extracting(Fault::key)
                .containsExactly("resilient-http.defaults.rate-limit.period");
        assertThat(Bound.faults(".clients.b.rate-limit.permits=1", ".clients.a.mode=off"))
                .extracting(Fault::key)
                .containsExactly("resilient-http.clients.b.rate-limit.permits");
    }

    @Test
    void aClientMayTakeBackWhatItInherits() {
        Policy policy = Bound.of(
                        ".defaults.rate-limit.permits=5",
                        ".defaults.rate-limit.period=1s",
                        ".clients.a.rate-limit.permits=none",
                        ".clients.a.rate-limit.period=none")
                .policyFor("a");
        assertThat(policy.rateLimit().permits()).isNull();
    }
}
