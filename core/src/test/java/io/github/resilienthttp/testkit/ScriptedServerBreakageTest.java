// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static io.github.resilienthttp.testkit.RawClient.exchange;
import static io.github.resilienthttp.testkit.RawClient.get;
import static io.github.resilienthttp.testkit.RawClient.lastGet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.RawClient.End;
import io.github.resilienthttp.testkit.RawClient.Received;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptedServerBreakageTest {
    private static final String ENDS =
            "RESET, RESET\nCLOSE, FIN\nHALF_CLOSE, FIN\nSILENCE, STILL_OPEN\nDEAF, STILL_OPEN";

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksBeforeTheRequestIsRead(Fate fate, End seen) {
        server.onAccept(fate, Fate.SERVE);
        server.otherwise().reply(Reply.ok("next"));

        try (RawClient client = RawClient.connect(server.port())) {
            Received expected = new Received("", seen);
            assertThat(client.receive(expected)).isEqualTo(expected);
        }

        assertThat(server.requestCount()).isZero();
        assertThat(exchange(server, lastGet("/")).text()).endsWith("next");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksAfterTheHeadOfTheRequest(Fate fate, End seen) {
        server.otherwise().reply(Reply.nothing(fate).early());

        assertExchange("POST /a HTTP/1.1\r\nContent-Length: 1000\r\n\r\n", "", seen);

        assertThat(server.requests()).singleElement().returns(false, SeenRequest::complete);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksAfterTheWholeRequest(Fate fate, End seen) {
        server.otherwise().reply(Reply.nothing(fate));

        assertExchange("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", "", seen);

        assertThat(server.requests())
                .singleElement()
                .returns(true, SeenRequest::complete)
                .returns("abc", SeenRequest::text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksWithinTheStatusLine(Fate fate, End seen) {
        server.otherwise().reply(Reply.ok("abcd").cut(Cut.STATUS_LINE, fate));

        assertExchange(get("/"), "HTTP/1.", seen);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksWithinTheHead(Fate fate, End seen) {
        server.otherwise().reply(Reply.status(503).header("Retry-After", "1").cut(Cut.HEAD, fate));

        assertExchange(get("/"), "HTTP/1.1 503 Scripted\r\nRetry-After: 1\r\nContent-Length: 0\r\nX-Cut-O", seen);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksWithinTheBody(Fate fate, End seen) {
        server.otherwise().reply(Reply.ok("abcd").cut(Cut.BODY, fate));

        assertExchange(get("/"), "HTTP/1.1 200 Scripted\r\nContent-Length: 4\r\n\r\nab", seen);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksWithinAChunk(Fate fate, End seen) {
        server.otherwise().reply(Reply.ok("abcdefgh").chunked().cut(Cut.BODY, fate));

        assertExchange(get("/"), "HTTP/1.1 200 Scripted\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nabcdef", seen);
    }

    @ParameterizedTest
    @CsvSource(textBlock = ENDS)
    void breaksUnannouncedAfterAWholeReply(Fate fate, End seen) {
        server.otherwise().reply(Reply.ok("ab").then(fate));

        assertExchange(get("/"), "HTTP/1.1 200 Scripted\r\nContent-Length: 2\r\n\r\nab", seen);
    }

    @Test
    void declaredLengthOutlastsTheBody() {
        server.on("/cut").reply(Reply.ok("0123456789").declaring(1000).then(Fate.CLOSE));
        server.on("/stalled").reply(Reply.ok("0123456789").declaring(1000).then(Fate.SILENCE));

        String sent = "HTTP/1.1 200 Scripted\r\nContent-Length: 1000\r\n\r\n0123456789";
        assertExchange(get("/cut"), sent, End.FIN);
        assertExchange(get("/stalled"), sent, End.STILL_OPEN);
    }

    @Test
    void halfCloseStillTakesWhatTheClientSendsButCloseResets() {
        server.on("/half").reply(Reply.ok("").then(Fate.HALF_CLOSE));
        server.on("/full").reply(Reply.ok("").then(Fate.CLOSE));

        try (RawClient half = RawClient.connect(server.port());
                RawClient full = RawClient.connect(server.port())) {
            assertThat(half.send(get("/half")).receive().end()).isEqualTo(End.FIN);
            assertThat(half.send(get("/half")).receive().end()).isEqualTo(End.FIN);
            assertThat(full.send(get("/full")).receive().end()).isEqualTo(End.FIN);
            assertThat(full.send(get("/full")).receive().end()).isIn(End.RESET, End.FIN);
        }

        server.awaitQuiet(Duration.ofSeconds(2));
        assertThat(server.requestCount()).isEqualTo(2);
    }

    private void assertExchange(String request, String text, End end) {
        Received expected = new Received(text, end);
        assertThat(exchange(server, request, expected)).isEqualTo(expected);
    }
}
