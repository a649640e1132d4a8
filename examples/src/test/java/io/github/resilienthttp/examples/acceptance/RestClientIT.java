// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code try --via restclient} is held to what the other ways are held to. */
class RestClientIT {
    private static final long TOTAL_MS = 3000;
    private static final long SLACK_MS = 2000;
    private static final long DISCARDED_MS = 1500;

    private static final List<String> SETTINGS =
            List.of("backoff.initial=20ms", "budget.enabled=false", "circuit-breaker.enabled=false");

    private static Rehearsal bodies;
    private static Rehearsal heads;

    @BeforeAll
    static void rehearse() {
        Map<String, List<Reply>> withBodies = new LinkedHashMap<>();
        for (BadBody bad : BadBody.values()) {
            withBodies.put(bad + " 200", List.of(bad.of(200)));
            withBodies.put(bad + " 503 once", List.of(bad.of(503), Reply.ok("well")));
        }
        Map<String, List<Reply>> withHeads = new LinkedHashMap<>();
        for (BadHead bad : BadHead.values()) {
            withHeads.put(bad + " once", List.of(bad.reply(), Reply.ok("well")));
        }
        bodies = rehearsal(withBodies, "timeout.total=" + TOTAL_MS + "ms");
        heads = rehearsal(withHeads, "timeout.attempt=1000ms");
        bodies.ended();
        heads.ended();
    }

    private static Rehearsal rehearsal(Map<String, List<Reply>> calls, String setting) {
        List<String> settings =
                Stream.concat(SETTINGS.stream(), Stream.of(setting)).toList();
        return new Rehearsal(calls, settings, "--via", "restclient");
    }

    @AfterAll
    static void end() {
        bodies.close();
        heads.close();
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatIsGivenUpHoldsNobodyUp(BadBody bad) {
        ToldCall call = bodies.call(bad + " 503 once");
        assertThat(call.verdicts()).as(call.json().toString()).containsExactly("transient", "success");
        assertThat(call.outcome()).isEqualTo("recovered");
        assertThat(call.elapsedMs()).isLessThan(DISCARDED_MS);
        assertThat(bodies.requests(bad + " 503 once")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatBreaksOffKeepsItsStatusAndEndsInTime(BadBody bad) {
        ToldCall call = bodies.call(bad + " 200");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.verdicts()).containsExactly("success");
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.error()).contains("Exception");
        assertThat(call.bodySha256()).isNull();
        assertThat(call.elapsedMs()).isLessThan(TOTAL_MS + SLACK_MS);
        assertThat(bodies.requests(bad + " 200")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBadHeadIsSentAgainForWhereItMayPass(BadHead bad) {
        ToldCall call = heads.call(bad + " once");
        assertThat(call.verdicts().get(0)).isEqualTo(bad.verdict());
        assertThat(call.outcome()).isEqualTo(bad.passing() ? "recovered" : "failed");
        assertThat(heads.requests(bad + " once")).isEqualTo(bad.passing() ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aRefusedConnectionIsTriedAgainAndItsAddressToldWithoutTheQuery(String method) {
        String url = "http://127.0.0.1:" + ScriptedServer.refusedPort() + "/a?token=hunter2hunter2";
        Ended ended = run("--method", method, "--header", "Authorization: Bearer sk_live_hunter2", url);
        ToldCall call = ended.onlyCall();
        assertThat(call.verdicts()).containsExactly("unreachable", "unreachable", "unreachable");
        assertThat(call.decisions()).containsExactly("retry", "retry", "give-up");
        assertThat(call.error()).startsWith("org.apache.hc.client5.http.HttpHostConnectException: ");
        assertThat(ended.out() + ended.err()).doesNotContain("hunter2");
        assertThat(ended.status()).isEqualTo(1);
    }

    /** Unprepared, HttpClient would send both again by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"503", "429"})
    void aPostIsSentOnceAndItsAnswerTold(int status) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(status).body("no"));
            Ended ended = run("--body", "order", server.uri("/").toString());
            ToldCall call = ended.onlyCall();
            assertThat(call.status()).isEqualTo(status);
            assertThat(call.attempts()).hasSize(1);
            assertThat(call.bodySha256()).hasSize(64);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0).text()).isEqualTo("order");
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @Test
    void aWaitThatTheServerAskedForIsToldAsSuch() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.status(429).header("Retry-After", "1"), Reply.ok("well"));
            Ended ended = run(server.uri("/").toString());
            ToldCall call = ended.onlyCall();
            assertThat(call.outcome()).isEqualTo("recovered");
            assertThat(call.attempts().get(1).get("waitBeforeSource").stringValue())
                    .isEqualTo("hint");
            assertThat(call.elapsedMs()).isGreaterThanOrEqualTo(1000);
            assertThat(ended.status()).isZero();
        }
    }

    @Test
    void aKeptConnectionIsUsedAgain() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("well"));
            Ended ended = run("--repeat", "5", server.uri("/").toString());
            assertThat(ended.summary("ok")).isEqualTo(5);
            assertThat(ended.err()).isEmpty();
            assertThat(server.connectionCount()).isEqualTo(1);
        }
    }

    private static Ended run(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(new String[] {"try", "--json", "--via", "restclient"}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return PackagedProgram.run(all);
    }
}
