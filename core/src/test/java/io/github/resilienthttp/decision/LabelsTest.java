// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The closed sets, word for word: dashboards and log searches rest on them. */
class LabelsTest {
    @Test
    void reasons() {
        assertThat(Stream.of(Reason.values()).map(Reason::label))
                .containsExactlyInAnyOrder(
                        "success",
                        "recovered",
                        "rejected",
                        "permanent",
                        "not-idempotent",
                        "not-replayable",
                        "attempts-exhausted",
                        "budget-exhausted",
                        "hint-too-long",
                        "no-hint",
                        "forbidden-by-server",
                        "deadline",
                        "circuit-open",
                        "cooling-down",
                        "rate-limited",
                        "local",
                        "cancelled");
    }

    @Test
    void outcomesOfACall() {
        assertThat(Stream.of(CallOutcome.values()).map(CallOutcome::label))
                .containsExactly("success", "recovered", "failed", "refused");
    }

    @Test
    void verdicts() {
        assertThat(Stream.of(Verdict.values()).map(Verdict::label))
                .containsExactlyInAnyOrder(
                        "success",
                        "rejected",
                        "throttled",
                        "transient",
                        "permanent",
                        "unreachable",
                        "broken",
                        "local",
                        "ended");
    }

    @Test
    void sourcesOfWaits() {
        assertThat(Stream.of(WaitSource.values()).map(WaitSource::label))
                .containsExactlyInAnyOrder("backoff", "hint", "cooldown", "rate-limit");
    }

    @Test
    void statesOfACircuitTheWorstLast() {
        assertThat(Stream.of(CircuitState.values()).map(CircuitState::label))
                .containsExactly("disabled", "closed", "half-open", "open", "isolated");
    }
}
