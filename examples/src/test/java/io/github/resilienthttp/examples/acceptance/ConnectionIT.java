// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SeenRequest;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionIT {
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aRefusedConnectionIsTriedAgainWhateverTheMethod(String method) {
        assertUnreachable(method, "http://127.0.0.1:" + ScriptedServer.refusedPort() + "/", "HttpHostConnectException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aNameThatIsNotInTheDnsIsTriedAgainWhateverTheMethod(String method) {
        assertUnreachable(method, "http://nowhere.invalid/", "UnknownHostException");
    }

    private static void assertUnreachable(String method, String url, String error) {
        Ended ended = PackagedProgram.run("try", "--json", "--method", method, url);
        ToldCall call = ended.onlyCall();
        assertThat(call.verdicts()).containsExactly("unreachable", "unreachable", "unreachable");
        assertThat(call.decisions()).containsExactly("retry", "retry", "give-up");
        assertThat(call.outcome()).isEqualTo("failed");
        assertThat(call.reason()).isEqualTo("attempts-exhausted");
        assertThat(call.status()).isNull();
        assertThat(call.error()).contains(error);
        assertThat(ended.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "RESET"})
    void aKeptConnectionThatTheServerTookBackCostsAGetNothing(Fate fate) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("well").then(fate));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--repeat",
                    "5",
                    "--interval",
                    "100ms",
                    server.uri("/").toString());
            assertThat(ended.calls()).hasSize(5).allSatisfy(call -> {
                assertThat(call.outcome()).isIn("success", "recovered");
                assertThat(call.status()).isEqualTo(200);
                assertThat(call.elapsedMs()).isLessThan(2000);
            });
            assertThat(server.requestCount()).isEqualTo(answered(ended)).isEqualTo(5);
            assertThat(ended.status()).isZero();
        }
    }

    /** A request on such a connection may have arrived: what is left is to say so. */
    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "RESET"})
    void aPostOnAConnectionThatTheServerTookBackIsNotSentTwice(Fate fate) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("well").then(fate));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--repeat",
                    "5",
                    "--body",
                    "order",
                    server.uri("/").toString());
            assertThat(ended.calls()).hasSize(5).allSatisfy(call -> {
                assertThat(call.attempts()).hasSize(1);
                assertThat(call.reason()).isIn("success", "not-idempotent");
            });
            assertThat(server.requestCount()).isEqualTo(answered(ended));
        }
    }

    private static int answered(Ended ended) {
        return (int) ended.calls().stream()
                .flatMap(call -> call.attempts().stream())
                .filter(attempt -> !attempt.get("status").isNull())
                .count();
    }

    @Test
    void aKeptConnectionIsUsedAgain() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("well"));
            Ended ended = PackagedProgram.run(
                    "try", "--json", "--repeat", "5", server.uri("/").toString());
            assertThat(ended.summary("ok")).isEqualTo(5);
            assertThat(ended.err()).isEmpty();
            assertThat(server.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void aPostWithAnIdempotencyKeyIsSentAgainWithTheSameKey() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.nothing(Fate.RESET), Reply.status(503), Reply.ok("paid"));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--body",
                    "order",
                    "--header",
                    "Idempotency-Key: 8e03978e",
                    server.uri("/pay").toString());
            assertThat(ended.onlyCall().verdicts()).containsExactly("broken", "transient", "success");
            assertThat(ended.onlyCall().outcome()).isEqualTo("recovered");
            List<SeenRequest> seen = server.requests();
            assertThat(seen).hasSize(3).extracting(SeenRequest::text).containsOnly("order");
            assertThat(seen)
                    .extracting(request -> new HashSet<>(request.values("Idempotency-Key")))
                    .containsOnly(new HashSet<>(List.of("8e03978e")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aDeadlineEndsACallToAServerThatIsSilent(String method) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.nothing(Fate.SILENCE));
            Ended ended = PackagedProgram.run(
                    "try",
                    "--json",
                    "--method",
                    method,
                    "--deadline",
                    "1500ms",
                    server.uri("/").toString());
            ToldCall call = ended.onlyCall();
            assertThat(call.outcome()).isEqualTo("failed");
            assertThat(call.reason()).isIn("deadline", "not-idempotent");
            assertThat(call.elapsedMs()).isBetween(1400L, 3500L);
            assertThat(call.attempts()).hasSize(1);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }
}
