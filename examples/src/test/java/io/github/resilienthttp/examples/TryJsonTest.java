// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilienthttp.examples.Program.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TryJsonTest {
    private static final String SHA_OF_OK = "2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df";

    @Test
    void aCallHasItsFieldsInOrder() {
        try (StubbedServer server = new StubbedServer(answer(200, "ok"))) {
            Ended ended = Program.run("try", "--json", server.url("/"));
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out().lines()).hasSize(2);
            JsonNode call = ended.call(1);
            assertThat(call.propertyNames())
                    .containsExactly(
                            "call",
                            "status",
                            "outcome",
                            "reason",
                            "error",
                            "notBefore",
                            "elapsedMs",
                            "bodyBytes",
                            "bodySha256",
                            "attempts");
            assertThat(call.get("attempts").get(0).propertyNames())
                    .containsExactly(
                            "n",
                            "waitBeforeMs",
                            "waitBeforeSource",
                            "startMs",
                            "endMs",
                            "status",
                            "error",
                            "verdict",
                            "decision");
            assertThat(call.get("call").intValue()).isEqualTo(1);
            assertThat(call.get("status").intValue()).isEqualTo(200);
            assertThat(call.get("outcome").stringValue()).isEqualTo("success");
            assertThat(call.get("reason").stringValue()).isEqualTo("success");
            assertThat(call.get("error").isNull()).isTrue();
            assertThat(call.get("notBefore").isNull()).isTrue();
            assertThat(call.get("bodyBytes").intValue()).isEqualTo(2);
            assertThat(call.get("bodySha256").stringValue()).isEqualTo(SHA_OF_OK);
        }
    }

    @Test
    void theSummaryComesLastWithItsFieldsInOrder() {
        try (StubbedServer server = new StubbedServer(answer(503, "no"), answer(200, "ok"))) {
            Ended ended = Program.run("try", "--json", "--repeat", "3", server.url("/"));
            assertThat(ended.out().lines().reduce((a, b) -> b)).hasValueSatisfying(line -> assertThat(line)
                    .matches("\\{\"summary\":\\{\"calls\":3,\"attempts\":4,\"ok\":2,\"recovered\":1,\"failed\":0,"
                            + "\"refused\":0,\"elapsedMs\":\\d+}}"));
            assertThat(ended.status()).isZero();
        }
    }

    @Test
    void aRecoveredCallShowsWhatItWaitedAndWhy() {
        try (StubbedServer server = new StubbedServer(answer(503, "no"), answer(200, "ok"))) {
            JsonNode call = Program.run("try", "--json", server.url("/")).call(1);
            assertThat(call.get("outcome").stringValue()).isEqualTo("recovered");
            assertThat(call.get("reason").stringValue()).isEqualTo("recovered");
            JsonNode first = call.get("attempts").get(0);
            assertThat(first.get("status").intValue()).isEqualTo(503);
            assertThat(first.get("verdict").stringValue()).isEqualTo("transient");
            assertThat(first.get("decision").stringValue()).isEqualTo("retry");
            assertThat(first.get("waitBeforeSource").isNull()).isTrue();
            JsonNode second = call.get("attempts").get(1);
            assertThat(second.get("n").intValue()).isEqualTo(2);
            assertThat(second.get("waitBeforeSource").stringValue()).isEqualTo("backoff");
            assertThat(second.get("decision").stringValue()).isEqualTo("deliver");
            assertThat(second.get("startMs").longValue())
                    .isGreaterThanOrEqualTo(first.get("endMs").longValue());
            assertThat(call.get("elapsedMs").longValue())
                    .isGreaterThanOrEqualTo(second.get("endMs").longValue());
        }
    }

    @Test
    void aHintIsAFloor() {
        try (StubbedServer server =
                new StubbedServer(answer(429, "later").withHeader("Retry-After", "1"), answer(200, "ok"))) {
            JsonNode call = Program.run("try", "--json", "--method", "POST", server.url("/"))
                    .call(1);
            JsonNode second = call.get("attempts").get(1);
            assertThat(second.get("waitBeforeMs").longValue()).isGreaterThanOrEqualTo(1000);
            assertThat(second.get("waitBeforeSource").stringValue()).isIn("hint", "cooldown");
            long gap = second.get("startMs").longValue()
                    - call.get("attempts").get(0).get("endMs").longValue();
            assertThat(gap).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void aRefusalHasNoStatusAndSaysNotBefore() {
        try (StubbedServer server = new StubbedServer(answer(429, "later").withHeader("Retry-After", "3600"))) {
            Instant before = Instant.now();
            Ended ended = Program.run("try", "--json", "--repeat", "2", server.url("/"));
            assertThat(ended.status()).isEqualTo(1);
            JsonNode told = ended.call(1);
            assertThat(told.get("status").intValue()).isEqualTo(429);
            assertThat(told.get("reason").stringValue()).isEqualTo("hint-too-long");
            assertThat(told.get("attempts").get(0).get("decision").stringValue())
                    .isEqualTo("give-up");
            JsonNode refused = ended.call(2);
            assertThat(refused.get("status").isNull()).isTrue();
            assertThat(refused.get("outcome").stringValue()).isEqualTo("refused");
            assertThat(refused.get("reason").stringValue()).isEqualTo("cooling-down");
            assertThat(refused.get("error").stringValue())
                    .startsWith("io.github.resilienthttp.call.CallRefusedException: ");
            assertThat(Instant.parse(refused.get("notBefore").stringValue()))
                    .isAfterOrEqualTo(before.plusSeconds(3600));
            assertThat(refused.get("attempts").size()).isZero();
            assertThat(refused.get("bodyBytes").intValue()).isZero();
            assertThat(server.requests()).hasSize(1);
            assertThat(ended.summary().get("refused").intValue()).isEqualTo(1);
            assertThat(ended.summary().get("failed").intValue()).isEqualTo(1);
        }
    }

    @Test
    void anExceptionIsToldWithClassAndMessage() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Ended ended = Program.run("try", "--json", "http://127.0.0.1:" + port + "/?secret=hunter2");
        JsonNode call = ended.call(1);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(call.get("status").isNull()).isTrue();
        assertThat(call.get("outcome").stringValue()).isEqualTo("failed");
        assertThat(call.get("reason").stringValue()).isEqualTo("attempts-exhausted");
        assertThat(call.get("error").stringValue()).contains("HttpHostConnectException: Connect to");
        assertThat(call.get("attempts").size()).isEqualTo(3);
        JsonNode last = call.get("attempts").get(2);
        assertThat(last.get("status").isNull()).isTrue();
        assertThat(last.get("error").stringValue()).contains("HttpHostConnectException");
        assertThat(last.get("verdict").stringValue()).isEqualTo("unreachable");
        assertThat(ended.out() + ended.err()).doesNotContain("hunter2");
    }

    @Test
    void aBodyThatBreaksOffKeepsItsStatusAndCountsAsFailed() {
        try (StubbedServer server =
                new StubbedServer(WireMock.aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK))) {
            Ended ended = Program.run("try", "--json", server.url("/"));
            JsonNode call = ended.call(1);
            assertThat(call.get("status").intValue()).isEqualTo(200);
            assertThat(call.get("error").stringValue()).contains("Exception");
            assertThat(call.get("outcome").stringValue()).isEqualTo("failed");
            assertThat(call.get("bodySha256").isNull()).isTrue();
            assertThat(ended.summary().get("failed").intValue()).isEqualTo(1);
            assertThat(ended.summary().get("ok").intValue()).isZero();
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @Test
    void aRejectedCallEndsWithStatusOne() {
        try (StubbedServer server = new StubbedServer(answer(404, "gone"))) {
            Ended ended = Program.run("try", "--json", server.url("/"));
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.call(1).get("reason").stringValue()).isEqualTo("rejected");
            assertThat(ended.call(1).get("bodyBytes").intValue()).isEqualTo(4);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
