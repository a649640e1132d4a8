// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.call.Step;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.ScopeState;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.testkit.FakeTime;
import io.github.resilienthttp.testkit.GivenRequest;
import io.github.resilienthttp.testkit.NoHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Policies are replaced while calls run: what they share goes on, or nothing has changed. */
class ResilientHttpReplaceTest {
    private final FakeTime time = new FakeTime();
    private final ResilientHttp front = ResilientHttp.builder()
            .time(time)
            .random(() -> 0.5)
            .client(github().build())
            .client(Policy.builder("billing").origins("https://billing.example").build())
            .build();
    private final ResilientClient github = front.client("github");

    private static PolicyBuilder github() {
        return Policy.builder("github").origins("https://api.github.com");
    }

    private ScopeState state() {
        Scope scope = github.scopes().all().iterator().next();
        return scope.state(time.nanos());
    }

    private Call sent() {
        Call call = github.newCall(CallOptions.NONE);
        assertThat(call.begin(new GivenRequest("GET", "api.github.com"))).isInstanceOf(Step.Send.class);
        return call;
    }

    @Test
    void stateSurvives() {
        Call throttled = sent();
        throttled.finished(1, new Outcome.Response(503, NoHeaders.INSTANCE, null), true);
        throttled.close();
        ScopeState before = state();
        assertThat(before.budget()).isEqualTo(0.9);
        front.replace(github().maxAttempts(7).build());
        assertThat(state()).isEqualTo(before);
        assertThat(front.client("github")).isSameAs(github);
        assertThat(github.policy().retry().maxAttempts()).isEqualTo(7);
    }

    @Test
    void callsUnderWayKeepTheirs() {
        Call call = sent();
        front.replace(github().maxAttempts(1).budgetCapacity(3).build());
        Step step = call.finished(1, new Outcome.Response(503, NoHeaders.INSTANCE, null), true);
        assertThat(step).isInstanceOf(Step.Wait.class);
        assertThat(call.policy().retry().maxAttempts()).isEqualTo(3);
        call.close();
        Call next = sent();
        assertThat(next.finished(1, new Outcome.Response(503, NoHeaders.INSTANCE, null), true))
                .isInstanceOf(Step.Deliver.class);
        next.close();
        assertThat(next.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
    }

    @Test
    void requestsFollowTheOriginsOfTheNewPolicy() {
        front.replace(Policy.builder("github").origins("https://ghe.example").build());
        assertThat(front.clientFor(CallOptions.NONE, "https", "ghe.example", -1))
                .isSameAs(github);
        assertThat(front.clientFor(CallOptions.NONE, "https", "api.github.com", -1)
                        .name())
                .isEqualTo("default");
    }

    @Test
    void theModeMayChange() {
        front.replace(github().mode(Mode.OFF).build());
        assertThat(github.active(CallOptions.NONE)).isFalse();
        front.replace(github().build());
        assertThat(github.active(CallOptions.NONE)).isTrue();
        assertThat(github.active(CallOptions.NONE.withDisabled())).isFalse();
    }

    @Test
    void anUnknownClientIsRefused() {
        assertThatThrownBy(() -> front.replace(Policy.builder("gitlab").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown client \"gitlab\"");
    }

    @Test
    void anOriginOfAnotherClientChangesNothing() {
        Policy before = github.policy();
        assertThatThrownBy(() -> front.replace(github().origins("https://new.example", "https://billing.example")
                        .maxAttempts(7)
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clients github and billing both have the origin https://billing.example");
        assertThat(github.policy()).isSameAs(before);
        assertThat(front.clientFor(CallOptions.NONE, "https", "new.example", -1).name())
                .isEqualTo("default");
        assertThat(front.clientFor(CallOptions.NONE, "https", "billing.example", -1)
                        .name())
                .isEqualTo("billing");
    }

    @Test
    void anInstanceTheApplicationDoesNotHaveChangesNothing() {
        sent().close();
        Policy before = github.policy();
        ScopeState stateBefore = state();
        assertThatThrownBy(() -> front.replace(github().budgetCapacity(1)
                        .circuitBreakerInstance("theirs")
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("theirs");
        assertThat(github.policy()).isSameAs(before);
        assertThat(state()).isEqualTo(stateBefore);
    }

    @Test
    void timesThatCannotBeCountedChangeNothing() {
        sent().close();
        Scope scope = github.scopes().all().iterator().next();
        assertThat(scope.withdraw(time.nanos())).isTrue();
        Policy before = github.policy();
        Policy.Timeouts forEver = new Policy.Timeouts(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(1));
        Policy bad = withTimeouts(github().budgetCapacity(1).build(), forEver);
        assertThatThrownBy(() -> front.replace(bad)).isInstanceOf(RuntimeException.class);
        assertThat(github.policy()).isSameAs(before);
        assertThat(state().budget()).isEqualTo(0.9);
    }

    private static Policy withTimeouts(Policy policy, Policy.Timeouts timeouts) {
        return new Policy(
                policy.client(),
                policy.mode(),
                policy.origins(),
                policy.scope(),
                timeouts,
                policy.retry(),
                policy.backoff(),
                policy.retryAfterMaxWait(),
                policy.throttle(),
                policy.hint(),
                policy.cooldown(),
                policy.budget(),
                policy.circuitBreaker(),
                policy.rateLimit(),
                policy.idempotencyKey(),
                policy.attemptHeader(),
                policy.discard(),
                policy.replayMaxBody(),
                policy.error());
    }
}
