// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several policies are replaced together: all of them, or none. */
class ResilientHttpReplaceAllTest {
    private static final String SHARED = "https://api.example";

    private final ResilientHttp front = ResilientHttp.builder()
            .client(Policy.builder("old").origins(SHARED).build())
            .client(Policy.builder("young").build())
            .build();

    @AfterEach
    void close() {
        front.close();
    }

    private String owner() {
        return front.clientFor(CallOptions.NONE, "https", "api.example", -1).name();
    }

    @Test
    void anOriginPassesFromOneClientToAnother() {
        front.replaceAll(List.of(
                Policy.builder("old").build(),
                Policy.builder("young").origins(SHARED).build()));
        assertThat(owner()).isEqualTo("young");
    }

    @Test
    void nothingChangesWhereOneOfThemIsRefused() {
        assertThatThrownBy(() -> front.replaceAll(List.of(
                        Policy.builder("old").maxAttempts(7).build(),
                        Policy.builder("young")
                                .set("circuit-breaker.instance", "nobody")
                                .build())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client young: circuit-breaker.instance: 'nobody'");
        assertThat(front.client("old").policy().retry().maxAttempts()).isEqualTo(3);
        assertThat(owner()).isEqualTo("old");
    }

    @Test
    void everyRefusalIsTold() {
        assertThatThrownBy(() -> front.replaceAll(List.of(
                        Policy.builder("old")
                                .set("circuit-breaker.instance", "one")
                                .build(),
                        Policy.builder("young")
                                .set("rate-limit.instance", "two")
                                .build())))
                .hasMessageContainingAll("'one'", "'two'");
    }
}
