// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static io.github.resilienthttp.testkit.RawClient.exchange;
import static io.github.resilienthttp.testkit.RawClient.get;
import static io.github.resilienthttp.testkit.RawClient.lastGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.RawClient.End;
import io.github.resilienthttp.testkit.RawClient.Received;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedServerRequestsTest {
    private static final String OK = "HTTP/1.1 200 Scripted\r\nContent-Length: 2\r\n\r\nok";

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requestIsRecordedAsSent() {
        server.otherwise().reply(Reply.ok("ok"));
        long before = System.nanoTime();

        exchange(
                server,
                "POST /a?b=c HTTP/1.0\r\nX-B: 1 \r\nx-a:2\r\nx-b: 3\r\nContent-Length: 4\r\n\r\n\u00ff\u0000ab");

        SeenRequest seen = server.requests().get(0);
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.target()).isEqualTo("/a?b=c");
        assertThat(seen.path()).isEqualTo("/a");
        assertThat(seen.headers())
                .containsExactly(
                        new HeaderLine("X-B", "1"),
                        new HeaderLine("x-a", "2"),
                        new HeaderLine("x-b", "3"),
                        new HeaderLine("Content-Length", "4"));
        assertThat(seen.header("X-A")).contains("2");
        assertThat(seen.header("none")).isEmpty();
        assertThat(seen.values("x-b")).containsExactly("1", "3");
        assertThat(seen.body()).containsExactly(0xff, 0, 'a', 'b');
        assertThat(seen.complete()).isTrue();
        assertThat(seen.connection()).isEqualTo(1);
        assertThat(seen.arrivedNanos()).isBetween(before, System.nanoTime());
    }

    @Test
    void keptConnectionIsOneConnection() {
        server.otherwise().reply(Reply.ok("ok"));
        try (RawClient client = RawClient.connect(server.port())) {
            assertThat(client.send(get("/1")).receive(OK.length()).text()).isEqualTo(OK);
            assertThat(client.send(get("/2")).receive(OK.length()).text()).isEqualTo(OK);
        }
        exchange(server, lastGet("/3"));

        assertThat(server.requests()).extracting(SeenRequest::target).containsExactly("/1", "/2", "/3");
        assertThat(server.requests()).extracting(SeenRequest::connection).containsExactly(1, 1, 2);
        assertThat(server.connectionCount()).isEqualTo(2);
        server.awaitQuiet(Duration.ofSeconds(2));
    }

    @Test
    void chunkedRequestBodyIsReadWithExtensionsAndTrailers() {
        server.otherwise().reply(Reply.ok("ok"));
        String request = "PUT / HTTP/1.1\r\n"
                + "Transfer-Encoding: Chunked\r\n\r\n"
                + "3;x=y\r\n"
                + "abc\r\n"
                + "A\r\n"
                + "0123456789\r\n"
                + "0\r\n"
                + "T: t\r\n\r\n";
        try (RawClient client = RawClient.connect(server.port())) {
            assertThat(client.send(request).receive(OK.length()).text()).isEqualTo(OK);
            assertThat(client.send(get("/next")).receive(OK.length()).text()).isEqualTo(OK);
        }

        assertThat(server.requests()).extracting(SeenRequest::text).containsExactly("abc0123456789", "");
    }

    @Test
    void expectingClientIsToldToContinueUnlessScriptedOtherwise() {
        server.on("/a").reply(Reply.ok("ok"));
        server.on("/b").reply(Reply.ok("ok").withoutContinue());
        String head = " HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
        try (RawClient client = RawClient.connect(server.port())) {
            Received goOn = new Received("HTTP/1.1 100 Continue\r\n\r\n", End.STILL_OPEN);
            assertThat(client.send("PUT /a" + head).receive(goOn)).isEqualTo(goOn);
            assertThat(client.send("xy").receive(OK.length()).text()).isEqualTo(OK);
            Received silence = new Received("", End.STILL_OPEN);
            assertThat(client.send("PUT /b" + head).receive(silence)).isEqualTo(silence);
            assertThat(client.send("xy").receive(OK.length()).text()).isEqualTo(OK);
        }
        assertThat(server.requests()).extracting(SeenRequest::text).containsExactly("xy", "xy");
    }

    @Test
    void earlyAnswerComesBeforeTheBodyAndTheConnectionServesOn() {
        server.otherwise().reply(Reply.ok("ok").early());
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("PUT /1 HTTP/1.1\r\nContent-Length: 5\r\n\r\n");
            assertThat(client.receive(OK.length()).text()).isEqualTo(OK);
            client.send("hello");
            assertThat(client.send(get("/2")).receive(OK.length()).text()).isEqualTo(OK);
        }
        assertThat(server.requests()).extracting(SeenRequest::target).containsExactly("/1", "/2");
        assertThat(server.requests()).extracting(SeenRequest::method).containsExactly("PUT", "GET");
        assertThat(server.requests().get(0).complete()).isFalse();
    }

    @Test
    void earlyRefusalOfAnExpectingClientWaitsForNoBody() {
        server.on("/1").reply(Reply.status(417).early());
        server.on("/2").reply(Reply.ok("ok"));
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("PUT /1 HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            Received refusal = new Received("HTTP/1.1 417 Scripted\r\nContent-Length: 0\r\n\r\n", End.STILL_OPEN);
            assertThat(client.receive(refusal)).isEqualTo(refusal);
            assertThat(client.send(get("/2")).receive(OK.length()).text()).isEqualTo(OK);
        }
    }

    @Test
    void requestThatBreaksOffIsRecordedAsIncomplete() {
        RawClient client = RawClient.connect(server.port());
        client.send("PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel");
        client.close();

        SeenRequest seen = server.awaitRequests(1, Duration.ofSeconds(2)).get(0);
        assertThat(seen.complete()).isFalse();
        assertThat(seen.text()).isEqualTo("hel");
    }

    @Test
    void whatIsNotHttpGetsA400() {
        for (String bytes : new String[] {
            "\u0016\u0003\u0001",
            "GET /\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n",
            "PUT / HTTP/1.1\r\nContent-Length: 67108865\r\n\r\n",
            "PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"
        }) {
            Received received = exchange(server, bytes);
            assertThat(received.text()).as(bytes).startsWith("HTTP/1.1 400 ").contains("llowed");
            assertThat(received.end()).isEqualTo(End.FIN);
        }
        assertThat(server.requests()).noneMatch(SeenRequest::complete);
    }

    @Test
    void waitingInVainTellsWhatCame() {
        exchange(server, lastGet("/only"));

        assertThatThrownBy(() -> server.awaitRequests(2, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 requests")
                .hasMessageContaining("GET /only");
    }
}
