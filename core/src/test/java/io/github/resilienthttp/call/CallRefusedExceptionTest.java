// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallRefusedExceptionTest {
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:10Z");

    @Test
    void saysWhoRefusedAndWhy() {
        CallRefusedException refusal =
                new CallRefusedException(Reason.CANCELLED, "api", "https://api.example", null, null);
        assertThat(refusal).hasMessage("call refused: cancelled, client=api, scope=https://api.example");
        assertThat(refusal.client()).isEqualTo("api");
        assertThat(refusal.scope()).isEqualTo("https://api.example");
        assertThat(refusal.status()).isZero();
        assertThat(refusal.error()).isNull();
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void saysUntilWhenAndWhatWasAnsweredLast() {
        ErrorDetails error = new ErrorDetails("busy", null, Map.of(), null);
        CallRefusedException refusal = new CallRefusedException(
                Reason.DEADLINE, "api", "client", LATER, new GivenUp(503, FakeHeaders.of(), error).told());
        assertThat(refusal)
                .hasMessage(
                        "call refused: deadline, client=api, scope=client, not before " + LATER + ", last status 503");
        assertThat(refusal.error()).isEqualTo(error);
    }

    @Test
    void keepsTheHeadersOfThatAnswerForGood() {
        List<String> mine = new ArrayList<>(List.of("r1", "r2"));
        RefusedResponse kept = new RefusedResponse(503, Map.of("x-request-id", mine), null);
        mine.clear();
        assertThat(kept.headers()).containsExactly(Map.entry("x-request-id", List.of("r1", "r2")));
        assertThat(new GivenUp(503, FakeHeaders.of("X-A", "1", "x-a", "2"), null)
                        .told()
                        .headers())
                .containsExactly(Map.entry("x-a", List.of("1", "2")));
    }
}
