// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TryRunTest {
    @Test
    void severalCallsRunAtATime() {
        try (StubbedServer server = new StubbedServer(answer(200, "ok").withFixedDelay(500))) {
            Ended ended = Program.run("try", "--json", "--repeat", "6", "--concurrency", "6", server.url("/"));
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(ended.summary().get("elapsedMs").longValue()).isBetween(500L, 2_400L);
            assertThat(ended.json().subList(0, 6).stream()
                            .map(call -> call.get("call").intValue()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 6).boxed().toList());
        }
    }

    @Test
    void startsAreKeptApart() {
        try (StubbedServer server = new StubbedServer(answer(200, "ok"))) {
            Ended ended = Program.run(
                    "try", "--json", "--repeat", "4", "--concurrency", "4", "--interval", "150ms", server.url("/"));
            assertThat(ended.summary().get("elapsedMs").longValue()).isGreaterThanOrEqualTo(450);
        }
    }

    @Test
    void theDeadlineEndsACallBeforeAWaitThatDoesNotFit() {
        try (StubbedServer server = new StubbedServer(answer(503, "no").withHeader("Retry-After", "3"))) {
            Ended ended = Program.run("try", "--json", "--deadline", "1s", server.url("/"));
            JsonNode call = ended.call(1);
            assertThat(call.get("status").intValue()).isEqualTo(503);
            assertThat(call.get("reason").stringValue()).isEqualTo("deadline");
            assertThat(call.get("notBefore").isNull()).isFalse();
            assertThat(call.get("elapsedMs").longValue()).isLessThan(1_000);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void theClientIsTheNamedOneElseTheOneOfTheOrigin(@TempDir Path folder) throws IOException {
        try (StubbedServer server = new StubbedServer(answer(503, "no"))) {
            Path file = Files.writeString(
                    folder.resolve("a.properties"),
                    "resilient-http.clients.once.retry.max-attempts=1\nresilient-http.clients.twice.retry.max-attempts=2\n"
                            + "resilient-http.clients.twice.origins=" + server.url("") + "\n");
            Program.run("try", "--config", file.toString(), server.url("/"));
            assertThat(server.requests()).hasSize(2);
            Program.run("try", "--config", file.toString(), "--client", "once", server.url("/"));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aClientThatIsOffShowsWhatCameAndNoReason(@TempDir Path folder) throws IOException {
        try (StubbedServer server = new StubbedServer(answer(503, "no"))) {
            Path file = Files.writeString(folder.resolve("a.properties"), "resilient-http.defaults.mode=off\n");
            Ended ended = Program.run("try", "--json", "--config", file.toString(), server.url("/"));
            JsonNode call = ended.call(1);
            assertThat(call.get("outcome").stringValue()).isEqualTo("failed");
            assertThat(call.get("reason").isNull()).isTrue();
            assertThat(call.get("attempts").get(0).get("verdict").stringValue()).isEqualTo("transient");
            assertThat(ended.summary().get("attempts").intValue()).isEqualTo(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPersonGetsATable() {
        try (StubbedServer server = new StubbedServer(
                answer(429, "later").withHeader("Retry-After", "1"), answer(200, "ok"), answer(404, "gone"))) {
            Ended ended = Program.run("try", "--repeat", "2", server.url("/list?token=hunter2"));
            assertThat(ended.out())
                    .contains("GET http://127.0.0.1", "/list?…, via classic", "wait before", "429", "retry", "(hint)")
                    .contains(
                            "recovered",
                            "failed: rejected",
                            "2 calls, 3 attempts: 0 ok, 1 recovered, 1 failed, 0 refused")
                    .doesNotContain("hunter2")
                    .doesNotContain("\u001b");
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @Test
    void whatTheApiSaysOfTheCredentialsIsNotShown(@TempDir Path folder) throws IOException {
        String body = "{\"code\":\"sk_live_hunter2\",\"id\":\"req_1\"}";
        try (StubbedServer server =
                new StubbedServer(answer(500, body).withHeader("Content-Type", "application/json"))) {
            Path file = Files.writeString(
                    folder.resolve("a.properties"),
                    "resilient-http.defaults.error.code-pointer=/code\n"
                            + "resilient-http.defaults.error.request-id-pointer=/id\n");
            String header = "Authorization: Bearer sk_live_hunter2";
            Ended ended = Program.run("try", "--config", file.toString(), "--header", header, server.url("/"));
            assertThat(ended.out()).contains("requestId=req_1").doesNotContain("hunter2");
        }
    }

    @Test
    void aPersonIsNotToldThatABodyThatBreaksOffWasASuccess() {
        try (StubbedServer server =
                new StubbedServer(WireMock.aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK))) {
            Ended ended = Program.run("try", server.url("/"));
            assertThat(ended.out()).contains("failed: the body, ").doesNotContain("failed: success");
        }
    }

    @Test
    void aPersonIsToldUntilWhenCallsAreRefused() {
        try (StubbedServer server = new StubbedServer(answer(429, "later").withHeader("Retry-After", "3600"))) {
            Ended ended = Program.run("try", "--repeat", "2", server.url("/"));
            assertThat(ended.out())
                    .contains("failed: hint-too-long, not before", "not sent", "refused: cooling-down, not before")
                    .doesNotContain("CallRefusedException");
        }
    }
}
