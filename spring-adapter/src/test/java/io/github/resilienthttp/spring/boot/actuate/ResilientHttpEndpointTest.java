// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.spring.boot.Contexts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ResilientHttpEndpointTest {
    private final ApplicationContextRunner runner = Contexts.ours()
            .withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class))
            .withPropertyValues(
                    "management.endpoints.web.exposure.include=*",
                    "resilient-http.clients.github.scope=header:Authorization",
                    "resilient-http.clients.github.timeout.total=9s");

    private static Scope scope(ResilientHttp engine, String host) {
        ResilientClient client = engine.client("github");
        Scope scope =
                client.scopes().acquire("https", host, 443, null, engine.time().nanos());
        scope.unpin();
        return scope;
    }

    private static void close(ResilientHttp engine, String host, Duration time) {
        long now = engine.time().nanos();
        scope(engine, host).close(now + time.toNanos(), now);
    }

    @Test
    void showsPlansWarningsAndScopes() {
        runner.run(context -> {
            ResilientHttp engine = context.getBean(ResilientHttp.class);
            scope(engine, "a.example");
            close(engine, "z.example", Duration.ofMinutes(5));
            scope(engine, "b.example").isolate();
            ClientView github = context.getBean(ResilientHttpEndpoint.class)
                    .clients()
                    .clients()
                    .get("github");
            assertThat(github.plan()).startsWith("github [per header:Authorization]: total 9s");
            assertThat(github.worstCaseMillis()).isEqualTo(9000);
            assertThat(github.warnings()).anySatisfy(text -> assertThat(text).contains("can never happen"));
            assertThat(github.scopes())
                    .extracting(ScopeView::scope)
                    .containsExactly("https://b.example", "https://z.example", "https://a.example");
            assertThat(github.scopes().get(0).circuit()).isEqualTo("isolated");
            assertThat(github.scopes().get(1).coolDownUntil())
                    .isBetween(Instant.now().plusSeconds(290), Instant.now().plusSeconds(301));
            assertThat(github.scopes().get(2).coolDownUntil()).isNull();
            assertThat(github.scopes().get(2).budget()).isEqualTo(1);
        });
    }

    @Test
    void leavesScopesOutOfTheListButNotOfTheSingleView() {
        runner.run(context -> {
            ResilientHttp engine = context.getBean(ResilientHttp.class);
            for (int i = 0; i < ResilientHttpEndpoint.FEW + 3; i++) {
                scope(engine, "h" + i + ".example");
            }
            ResilientHttpEndpoint endpoint = context.getBean(ResilientHttpEndpoint.class);
            assertThat(endpoint.clients().clients().get("github").scopesNotShown())
                    .isEqualTo(3);
            assertThat(endpoint.client("github").scopes()).hasSize(ResilientHttpEndpoint.FEW + 3);
            assertThat(endpoint.client("nobody")).isNull();
        });
    }

    @Test
    void aSaturatedCoolDownHasADate() {
        runner.run(context -> {
            ResilientHttp engine = context.getBean(ResilientHttp.class);
            scope(engine, "m.example").close(Long.MAX_VALUE, engine.time().nanos());
            assertThat(context.getBean(ResilientHttpEndpoint.class)
                            .client("github")
                            .scopes()
                            .get(0)
                            .coolDownUntil())
                    .isBefore(Instant.now().plusMillis(TimeUnit.DAYS.toMillis(33)));
        });
    }

    @Test
    void mayOnlyBeReadAndTheOtherOneNotEvenThat() {
        assertThat(ResilientHttpEndpoint.class.getAnnotation(Endpoint.class).defaultAccess())
                .isEqualTo(Access.READ_ONLY);
        runner.run(context -> assertThat(context)
                .hasSingleBean(ResilientHttpEndpoint.class)
                .doesNotHaveBean(ResilientHttpRefreshEndpoint.class));
        runner.withPropertyValues("management.endpoint.resilienthttp.access=NONE")
                .run(context -> assertThat(context).doesNotHaveBean(ResilientHttpEndpoint.class));
    }

    @Test
    void refreshesWhereAccessIsGranted() {
        ApplicationContextRunner granted =
                runner.withPropertyValues("management.endpoint.resilienthttprefresh.access=UNRESTRICTED");
        granted.withSystemProperties("resilient-http.clients.github.retry.max-attempts=4")
                .run(context -> {
                    ResilientHttpRefreshEndpoint endpoint = context.getBean(ResilientHttpRefreshEndpoint.class);
                    System.setProperty("resilient-http.clients.github.retry.max-attempts", "5");
                    assertThat(endpoint.refresh().getBody().changed()).containsExactly("github");
                    System.setProperty("resilient-http.clients.github.retry.max-attempts", "0");
                    assertThat(endpoint.refresh().getStatus()).isEqualTo(400);
                    assertThat(endpoint.refresh().getBody().faults())
                            .singleElement()
                            .asString()
                            .contains("a whole number from 1 to 20");
                    assertThat(context.getBean(ResilientHttp.class)
                                    .client("github")
                                    .policy()
                                    .retry()
                                    .maxAttempts())
                            .isEqualTo(5);
                });
    }

    @Test
    void healthTellsOfTroubleAndIsUpAllTheSame() {
        runner.run(context -> {
            close(context.getBean(ResilientHttp.class), "z.example", Duration.ofMinutes(5));
            Health health = context.getBean(ResilientHttpHealthIndicator.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("clients", 2);
            assertThat(health.getDetails().get("troubled").toString()).contains("https://z.example");
        });
        runner.withPropertyValues("management.health.resilienthttp.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ResilientHttpHealthIndicator.class));
    }
}
