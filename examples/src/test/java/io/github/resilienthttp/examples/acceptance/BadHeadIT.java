// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadHeadIT {
    private static final long ATTEMPT_MS = 1000;
    private static final long SLACK_MS = 2000;
    private static final List<String> SETTINGS = List.of(
            "timeout.total=10s",
            "timeout.attempt=" + ATTEMPT_MS + "ms",
            "backoff.initial=20ms",
            "budget.enabled=false",
            "circuit-breaker.enabled=false");

    private static Rehearsal gets;
    private static Rehearsal posts;

    @BeforeAll
    static void rehearse() {
        Map<String, List<Reply>> calls = new LinkedHashMap<>();
        for (BadHead bad : BadHead.values()) {
            calls.put(bad + " once", List.of(bad.reply(), Reply.ok("well")));
            calls.put(bad + " always", List.of(bad.reply()));
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
    void aGetIsSentAgainAfterWhatMayPass(BadHead bad) {
        ToldCall call = gets.call(bad + " once");
        if (bad.passing()) {
            assertThat(call.verdicts()).containsExactly("broken", "success");
            assertThat(call.decisions()).containsExactly("retry", "deliver");
            assertThat(call.outcome()).isEqualTo("recovered");
            assertThat(call.reason()).isEqualTo("recovered");
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.error()).isNull();
        } else {
            assertThat(call.verdicts()).containsExactly(bad.verdict());
        }
        assertThat(gets.requests(bad + " once")).isEqualTo(call.attempts().size());
    }

    @ParameterizedTest
    @EnumSource
    void aGetThatNeverSucceedsEndsInTimeWithAReason(BadHead bad) {
        ToldCall call = gets.call(bad + " always");
        int attempts = bad.passing() ? 3 : 1;
        assertThat(call.verdicts()).isEqualTo(Collections.nCopies(attempts, bad.verdict()));
        assertThat(call.reason()).isEqualTo(bad.passing() ? "attempts-exhausted" : "permanent");
        assertFailedWithoutResponse(call);
        assertThat(call.elapsedMs()).isLessThan(attempts * ATTEMPT_MS + SLACK_MS);
        assertThat(gets.requests(bad + " always")).isEqualTo(attempts);
    }

    @ParameterizedTest
    @EnumSource
    void aPostIsNeverSentTwice(BadHead bad) {
        for (String name : List.of(bad + " once", bad + " always")) {
            ToldCall call = posts.call(name);
            assertThat(call.verdicts()).containsExactly(bad.verdict());
            assertThat(call.reason()).isEqualTo(bad.passing() ? "not-idempotent" : "permanent");
            assertFailedWithoutResponse(call);
            assertThat(call.elapsedMs()).isLessThan(ATTEMPT_MS + SLACK_MS);
            assertThat(posts.requests(name)).isEqualTo(1);
        }
    }

    @Test
    void whatIsToldIsWhatWentOverTheWire() {
        for (Rehearsal rehearsal : List.of(gets, posts)) {
            assertThat(rehearsal.ended().summary("attempts"))
                    .isEqualTo(rehearsal.allRequests().size());
            assertThat(rehearsal.ended().status()).isEqualTo(1);
            assertThat(rehearsal.ended().err().lines())
                    .allSatisfy(line -> assertThat(line).startsWith("WARN calls - client=default method="));
        }
        assertThat(posts.allRequests()).extracting(SeenRequest::text).containsOnly("order");
        assertThat(posts.allRequests()).extracting(SeenRequest::method).containsOnly("POST");
    }

    private static void assertFailedWithoutResponse(ToldCall call) {
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.status()).isNull();
        assertThat(call.error()).contains("Exception");
        assertThat(call.attempts())
                .allSatisfy(attempt ->
                        assertThat(attempt.get("error").stringValue()).contains("Exception"));
    }
}
