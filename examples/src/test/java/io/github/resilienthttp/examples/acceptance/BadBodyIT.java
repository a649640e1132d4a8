// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadBodyIT {
    private static final long TOTAL_MS = 3000;
    private static final long SLACK_MS = 2000;
    /** Far above what the engine spends on discarding (discard.max-time), far below what waiting for such a body would take. */
    private static final long DISCARDED_MS = 1500;

    private static final List<String> SETTINGS = List.of(
            "timeout.total=" + TOTAL_MS + "ms",
            "backoff.initial=20ms",
            "budget.enabled=false",
            "circuit-breaker.enabled=false");

    private static Rehearsal gets;
    private static Rehearsal posts;

    @BeforeAll
    static void rehearse() {
        Map<String, List<Reply>> calls = new LinkedHashMap<>();
        for (BadBody bad : BadBody.values()) {
            calls.put(bad + " 200", List.of(bad.of(200)));
            calls.put(bad + " 503 once", List.of(bad.of(503), Reply.ok("well")));
            calls.put(bad + " 503 always", List.of(bad.of(503)));
        }
        gets = new Rehearsal(calls, SETTINGS);
        posts = new Rehearsal(calls, SETTINGS, "--body", "order");
        gets.ended();
        posts.ended();
    }

    @AfterAll
    static void end() {
        gets.close();
        posts.close();
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatIsGivenUpHoldsNobodyUp(BadBody bad) {
        ToldCall call = gets.call(bad + " 503 once");
        assertThat(call.verdicts()).containsExactly("transient", "success");
        assertThat(call.outcome()).isEqualTo("recovered");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.error()).isNull();
        assertThat(call.elapsedMs()).isLessThan(DISCARDED_MS);
        assertThat(gets.requests(bad + " 503 once")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theLastResponseIsDeliveredAndItsBodyReadWithinBounds(BadBody bad) {
        ToldCall call = gets.call(bad + " 503 always");
        assertThat(call.verdicts()).isEqualTo(Collections.nCopies(3, "transient"));
        assertThat(call.decisions()).containsExactly("retry", "retry", "give-up");
        assertThat(call.reason()).isEqualTo("attempts-exhausted");
        assertBrokenOff(call, 503);
        assertThat(gets.requests(bad + " 503 always")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessKeepsItsStatusAndCountsAsFailed(BadBody bad) {
        for (Rehearsal rehearsal : List.of(gets, posts)) {
            ToldCall call = rehearsal.call(bad + " 200");
            assertThat(call.verdicts()).containsExactly("success");
            assertThat(call.decisions()).containsExactly("deliver");
            assertBrokenOff(call, 200);
            assertThat(rehearsal.requests(bad + " 200")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPostIsNeverSentTwice(BadBody bad) {
        for (String name : List.of(bad + " 503 once", bad + " 503 always")) {
            ToldCall call = posts.call(name);
            assertThat(call.verdicts()).containsExactly("transient");
            assertThat(call.decisions()).containsExactly("give-up");
            assertThat(call.reason()).isEqualTo("not-idempotent");
            assertBrokenOff(call, 503);
            assertThat(posts.requests(name)).isEqualTo(1);
        }
    }

    @Test
    void theSummaryCountsWhatWentOverTheWire() {
        int bodies = BadBody.values().length;
        assertThat(gets.ended().summary("attempts"))
                .isEqualTo(gets.allRequests().size());
        assertThat(gets.ended().summary("ok")).isEqualTo(1);
        assertThat(gets.ended().summary("recovered")).isEqualTo(bodies);
        assertThat(gets.ended().summary("failed")).isEqualTo(2 * bodies);
        assertThat(posts.ended().summary("attempts"))
                .isEqualTo(posts.allRequests().size());
        assertThat(posts.ended().summary("failed")).isEqualTo(3 * bodies);
        assertThat(gets.ended().status()).isEqualTo(1);
    }

    private static void assertBrokenOff(ToldCall call, int status) {
        assertThat(call.status()).isEqualTo(status);
        assertThat(call.error()).contains("Exception");
        assertThat(call.bodySha256()).isNull();
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.elapsedMs()).isLessThan(TOTAL_MS + SLACK_MS);
    }
}
