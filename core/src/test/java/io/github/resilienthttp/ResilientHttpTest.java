// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.gate.Resilience4jRegistries;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.testkit.LeakProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResilientHttpTest {
    private static final CallOptions NONE = CallOptions.NONE;

    @TempDir
    Path directory;

    private static Policy client(String name, String... origins) {
        return Policy.builder(name).origins(origins).build();
    }

    private static ResilientHttp front() {
        return ResilientHttp.builder()
                .client(client("github", "https://api.github.com", "http://[::1]:8080"))
                .client(client("billing"))
                .build();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("resilience.properties"), List.of(lines));
    }

    @Test
    void theDefaultClientIsAlwaysThere() {
        try (ResilientHttp front = ResilientHttp.withDefaults()) {
            assertThat(front.clients()).containsOnlyKeys("default");
            assertThat(front.client("default").policy())
                    .isEqualTo(Policy.builder("default").build());
            assertThat(front.clientFor(NONE, "https", "anywhere.example", -1)).isSameAs(front.client("default"));
        }
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        try (ResilientHttp front = front()) {
            assertThatThrownBy(() -> front.client("githbu"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unknown client \"githbu\"; there are billing, default, github");
            assertThatThrownBy(() -> front.clientFor(NONE.withClient("githbu"), "https", "api.github.com", -1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNameGoesBeforeAnOriginAndAnOriginBeforeTheDefault() {
        try (ResilientHttp front = front()) {
            assertThat(front.clientFor(NONE.withClient("billing"), "https", "api.github.com", 443))
                    .isSameAs(front.client("billing"));
            assertThat(front.clientFor(NONE, "https", "api.github.com", 443)).isSameAs(front.client("github"));
            assertThat(front.clientFor(NONE, "https", "other.example", 443)).isSameAs(front.client("default"));
        }
    }

    @Test
    void originsAreComparedWithTheSchemesOwnPortAndInAnyCase() {
        try (ResilientHttp front = front()) {
            assertThat(front.clientFor(NONE, "HTTPS", "API.GitHub.com", -1).name())
                    .isEqualTo("github");
            assertThat(front.clientFor(NONE, "http", "::1", 8080).name()).isEqualTo("github");
            assertThat(front.clientFor(NONE, "http", "[::1]", 8080).name()).isEqualTo("github");
            assertThat(front.clientFor(NONE, "http", "api.github.com", -1).name())
                    .isEqualTo("default");
            assertThat(front.clientFor(NONE, "https", "api.github.com", 8443).name())
                    .isEqualTo("default");
        }
    }

    @Test
    void anAddressThatCannotBeIsTheHttpClientsAffair() {
        try (ResilientHttp front = front()) {
            assertThat(front.clientFor(NONE, "https", "", -1).name()).isEqualTo("default");
            assertThat(front.clientFor(NONE, "", "api.github.com", 443).name()).isEqualTo("default");
            assertThat(front.clientFor(NONE, "https", "api.github.com", 70_000).name())
                    .isEqualTo("default");
        }
    }

    @Test
    void anOriginOfTwoClientsStopsTheStart() {
        ResilientHttpBuilder builder = ResilientHttp.builder()
                .client(client("a", "https://one.example"))
                .client(client("b", "https://one.example"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clients a and b both have the origin https://one.example");
    }

    @Test
    void anInstanceTheApplicationDoesNotHaveStopsTheStart() {
        ResilientHttpBuilder builder = ResilientHttp.builder()
                .registries(Resilience4jRegistries.own())
                .client(Policy.builder("a").circuitBreakerInstance("theirs").build());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'theirs' is not in the registry");
    }

    @Test
    void noScopesAreRefused() {
        assertThatThrownBy(ResilientHttp.builder().scopes(0)::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scopes 0");
    }

    @Test
    void clientsComeFromAPropertiesFile() throws IOException {
        Path file = file(
                "resilient-http.defaults.timeout.total=20s",
                "resilient-http.clients.github.origins=https://api.github.com",
                "resilient-http.clients.github.retry.max-attempts=2");
        try (ResilientHttp front = ResilientHttp.fromProperties(file)) {
            assertThat(front.clients()).containsOnlyKeys("default", "github");
            assertThat(front.client("default").policy().timeout().total()).isEqualTo(Duration.ofSeconds(20));
            assertThat(front.clientFor(NONE, "https", "api.github.com", -1)
                            .policy()
                            .retry()
                            .maxAttempts())
                    .isEqualTo(2);
        }
    }

    @Test
    void everyFaultOfAPropertiesFileIsToldAtOnce() throws IOException {
        Path file = file(
                "resilient-http.clients.github.retry.max-attempts=0",
                "resilient-http.clients.github.retry.max-atempts=3",
                "resilient-http.defaults.timeout.total=soon");
        assertThatThrownBy(() -> ResilientHttp.fromProperties(file))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContainingAll("max-attempts", "max-atempts", "soon")
                .satisfies(thrown -> assertThat(((InvalidConfigurationException) thrown).faults())
                        .hasSize(3));
    }

    @Test
    void whatIsAddedLaterReplacesTheClientOfItsName() throws IOException {
        Path file = file("resilient-http.clients.github.retry.max-attempts=2");
        try (ResilientHttp front = ResilientHttp.builder()
                .properties(file)
                .client(Policy.builder("github").maxAttempts(5).build())
                .build()) {
            assertThat(front.client("github").policy().retry().maxAttempts()).isEqualTo(5);
        }
    }

    @Test
    void closingEndsTheWatchdog() throws InterruptedException {
        try (LeakProbe probe = LeakProbe.watching("resilient-http-")) {
            ResilientHttp front = ResilientHttp.withDefaults();
            CountDownLatch fired = new CountDownLatch(1);
            front.watchdog().arm(front.time().nanos(), fired::countDown);
            assertThat(fired.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(probe.extraThreads()).hasSize(1);
            front.close();
            front.close();
        }
    }
}
