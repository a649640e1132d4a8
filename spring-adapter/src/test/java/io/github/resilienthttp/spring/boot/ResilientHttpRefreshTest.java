// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.core.env.MapPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class ResilientHttpRefreshTest {
    private static final String ATTEMPTS = "resilient-http.clients.github.retry.max-attempts";

    private final Map<String, Object> live = new HashMap<>(Map.of(ATTEMPTS, "4"));
    private final ApplicationContextRunner runner = Contexts.ours()
            .withInitializer(context ->
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("live", live)));

    private void run(ContextConsumer<AssertableApplicationContext> test) {
        runner.run(test);
    }

    private static int attempts(AssertableApplicationContext context) {
        return context.getBean(ResilientHttp.class)
                .client("github")
                .policy()
                .retry()
                .maxAttempts();
    }

    private static void change(AssertableApplicationContext context) {
        context.publishEvent(new EnvironmentChangeEvent(context.getSourceApplicationContext(), Set.of(ATTEMPTS)));
    }

    @Test
    void springCloudsEventPutsTheChangeIntoEffect() {
        run(context -> {
            live.put(ATTEMPTS, "7");
            change(context);
            assertThat(attempts(context)).isEqualTo(7);
        });
    }

    @Test
    void whatHasNotChangedIsNotTouched() {
        run(context -> {
            Policy before =
                    context.getBean(ResilientHttp.class).client("default").policy();
            live.put(ATTEMPTS, "7");
            assertThat(context.getBean(ResilientHttpRefresh.class).refresh()).containsExactly("github");
            assertThat(context.getBean(ResilientHttpRefresh.class).refresh()).isEmpty();
            assertThat(context.getBean(ResilientHttp.class).client("default").policy())
                    .isSameAs(before);
        });
    }

    @Test
    void aBadChangeIsRefusedWithAllItsFaultsAndTheOldOneStays(CapturedOutput output) {
        run(context -> {
            live.put(ATTEMPTS, "70");
            live.put("resilient-http.clients.github.timeout.totl", "1s");
            change(context);
            assertThat(attempts(context)).isEqualTo(4);
            assertThat(output)
                    .contains("the one before stays in effect")
                    .contains("a whole number from 1 to 20")
                    .contains("did you mean timeout.total?");
            live.put(ATTEMPTS, "5");
            live.remove("resilient-http.clients.github.timeout.totl");
            change(context);
            assertThat(attempts(context)).isEqualTo(5);
        });
    }

    @Test
    void whatOnlyAStartCanChangeIsRefusedAsAWhole() {
        run(context -> {
            live.put(ATTEMPTS, "7");
            live.put("resilient-http.layer", "transport");
            live.put("resilient-http.clients.billing.mode", "observe");
            assertThatThrownBy(() -> context.getBean(ResilientHttpRefresh.class).refresh())
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("resilient-http.layer: has changed: it takes a restart")
                    .hasMessageContaining("resilient-http.clients.billing: the client is new");
            assertThat(attempts(context)).isEqualTo(4);
        });
    }

    @Test
    void aClientThatIsGoneStays() {
        run(context -> {
            live.clear();
            assertThatThrownBy(() -> context.getBean(ResilientHttpRefresh.class).refresh())
                    .hasMessageContaining("resilient-http.clients.github: the client is gone");
            assertThat(attempts(context)).isEqualTo(4);
        });
    }

    @Test
    void whatTheEngineRefusesLeavesEverythingAsItWas() {
        run(context -> {
            live.put(ATTEMPTS, "7");
            live.put("resilient-http.clients.default.circuit-breaker.instance", "nobody");
            assertThatThrownBy(() -> context.getBean(ResilientHttpRefresh.class).refresh())
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("'nobody' is not in the registry");
            assertThat(attempts(context)).isEqualTo(4);
        });
    }
}
