// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void isWrittenAsInTheDocumentation() {
        Policy policy =
                Policy.builder("github").rateLimit(20, Duration.ofSeconds(60)).build();
        assertThat(Plan.of(policy))
                .isEqualTo(
                        "github: total 30s → retry 3 (full jitter 100ms ×2 ≤5s; 5xx; Retry-After ≤20s; budget 10 +0.1)"
                                + " → cool-down → rate 20/60s → breaker 50%/100 → attempt 8s");
    }

    @Test
    void leavesOutWhatIsOff() {
        Policy policy = Policy.builder("a")
                .maxAttempts(1)
                .cooldownEnabled(false)
                .circuitBreakerEnabled(false)
                .build();
        assertThat(Plan.of(policy)).isEqualTo("a: total 30s → attempt 8s");
        assertThat(Plan.of(Policy.builder("a").budgetEnabled(false).build())).doesNotContain("budget");
    }

    @Test
    void saysModeAndScopeInFront() {
        assertThat(Plan.of(Policy.builder("a").mode(Mode.OBSERVE).build())).startsWith("a [observe]: total");
        assertThat(Plan.of(Policy.builder("a").mode(Mode.OFF).build())).startsWith("a [off]: total");
        assertThat(Plan.of(Policy.builder("a")
                        .scope(ScopeRule.header("Authorization"))
                        .build()))
                .startsWith("a [per header:Authorization]: total");
        assertThat(Plan.of(Policy.builder("a")
                        .mode(Mode.OBSERVE)
                        .scope(ScopeRule.client())
                        .build()))
                .startsWith("a [observe, per client]: total");
    }

    @Test
    void showsWhatDiffers() {
        Policy policy = Policy.builder("a")
                .backoffJitter(Jitter.NONE)
                .backoffMultiplier(1.5)
                .retryStatuses("5xx, 408, !501, !505-508, !510, !511")
                .rateLimit(5, Duration.ofMillis(250))
                .rateLimitWindow(Policy.RateLimit.Window.FIXED)
                .circuitBreakerWindow(BreakerWindow.time(Duration.ofSeconds(90)))
                .circuitBreakerSlowCallDuration(Duration.ofSeconds(2))
                .circuitBreakerSlowCallRate(80)
                .build();
        assertThat(Plan.of(policy))
                .contains("(no jitter 100ms ×1.5 ≤5s; 5xx, 408; ")
                .contains("→ rate 5/250ms fixed →")
                .contains("→ breaker 50%/90s (slow 80% ≥2s) →");
        assertThat(Plan.of(Policy.builder("a").retryStatuses("none").build())).contains("; no status; ");
        assertThat(Plan.of(Policy.builder("a").backoffJitter(Jitter.EQUAL).build()))
                .contains("(equal jitter ");
    }

    @Test
    void namesInstancesOfTheApplication() {
        Policy policy = Policy.builder("a")
                .rateLimitInstance("shared")
                .circuitBreakerInstance("own")
                .build();
        assertThat(Plan.of(policy)).contains("→ rate by instance shared → breaker by instance own →");
    }
}
