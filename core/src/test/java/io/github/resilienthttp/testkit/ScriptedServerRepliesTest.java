package io.github.resilienthttp.testkit;

import static io.github.resilienthttp.testkit.RawClient.exchange;
import static io.github.resilienthttp.testkit.RawClient.get;
import static io.github.resilienthttp.testkit.RawClient.lastGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.resilienthttp.testkit.RawClient.End;
import io.github.resilienthttp.testkit.RawClient.Received;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedServerRepliesTest {
    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void plainReplyIsExactToTheByteAndKeepsTheConnection() {
        server.on("/a").reply(Reply.status(503).header("Retry-After", "1").body("später"));

        assertExchange(
                get("/a"),
                "HTTP/1.1 503 Scripted\r\nRetry-After: 1\r\nContent-Length: 7\r\n\r\nsp\u00c3\u00a4ter",
                End.STILL_OPEN);
    }

    @Test
    void repliesComeInOrderAndTheLastOneRepeats() {
        Script script = server.on("/a").reply(Reply.ok("1")).times(2, Reply.ok("2"));
        script.reply(Reply.ok("3"));

        try (RawClient client = RawClient.connect(server.port())) {
            for (String body : new String[] {"1", "2", "2", "3", "3"}) {
                assertThat(client.send(get("/a")).receive(45).text()).endsWith("\r\n\r\n" + body);
            }
            script.reply(Reply.ok("4"));
            assertThat(client.send(get("/a")).receive(45).text()).endsWith("\r\n\r\n4");
        }
    }

    @Test
    void scriptIsFoundByWholeTargetThenByPathThenTheDefault() {
        server.on("/a").reply(Reply.ok("path"));
        server.on("/a?x=1").reply(Reply.ok("exact"));
        assertThat(exchange(server, lastGet("/b")).text()).startsWith("HTTP/1.1 404 ");
        server.otherwise().reply(Reply.ok("default"));

        assertThat(exchange(server, lastGet("/a?x=1")).text()).endsWith("exact");
        assertThat(exchange(server, lastGet("/a?x=2")).text()).endsWith("path");
        assertThat(exchange(server, lastGet("/b")).text()).endsWith("default");
    }

    @Test
    void answerIsWorkedOutFromTheRequest() {
        server.otherwise().answer(request -> Reply.ok(request.method() + request.text()));

        assertThat(exchange(server, "PUT / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc")
                        .text())
                .endsWith("PUTabc");
    }

    @Test
    void chunkedBodyHasAChunkAndTheLastChunk() {
        server.otherwise().reply(Reply.ok("0123456789abcdef").chunked());

        assertExchange(
                get("/"),
                "HTTP/1.1 200 Scripted\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "10\r\n"
                        + "0123456789abcdef\r\n"
                        + "0\r\n\r\n",
                End.STILL_OPEN);
    }

    @Test
    void bodyUntilCloseHasNoFraming() {
        server.otherwise().reply(Reply.ok("abc").untilClose());

        assertExchange(get("/"), "HTTP/1.1 200 Scripted\r\n\r\nabc", End.FIN);
    }

    @Test
    void closingIsAnnouncedAndDone() {
        server.otherwise().reply(Reply.ok("").closing());

        assertExchange(get("/"), "HTTP/1.1 200 Scripted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", End.FIN);
    }

    @Test
    void requestThatAsksForItEndsTheConnection() {
        server.otherwise().reply(Reply.ok(""));

        assertThat(exchange(server, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
                        .end())
                .isEqualTo(End.FIN);
        assertThat(exchange(server, "GET / HTTP/1.0\r\n\r\n").end()).isEqualTo(End.FIN);
    }

    @Test
    void headAndNoContentHaveNoBody() {
        server.on("/a").reply(Reply.ok("abc"));
        server.on("/b").reply(Reply.status(204));

        assertThat(exchange(server, "HEAD /a HTTP/1.0\r\n\r\n").text())
                .isEqualTo("HTTP/1.1 200 Scripted\r\nContent-Length: 3\r\n\r\n");
        assertThat(exchange(server, lastGet("/b")).text()).isEqualTo("HTTP/1.1 204 Scripted\r\n\r\n");
    }

    @Test
    void dateDiffersFromTheClockAsTold() {
        server.otherwise().reply(Reply.status(204).dateSkewedBy(Duration.ofHours(-3)));

        String head = exchange(server, lastGet("/")).text();

        String date = head.substring(head.indexOf("Date: ") + 6, head.indexOf("\r\n\r\n"));
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                .isBetween(
                        ZonedDateTime.now(ZoneOffset.UTC).minusHours(3).minusMinutes(1),
                        ZonedDateTime.now(ZoneOffset.UTC).minusHours(3));
    }

    @Test
    void garbageAndOverlongHeadsAreSentAsTheyAre() {
        server.on("/a").reply(Reply.raw("SSH-2.0-what\r\n"));
        server.on("/b").reply(Reply.status(429).header("Retry-After", "9".repeat(60_000)));

        assertExchange(get("/a"), "SSH-2.0-what\r\n", End.FIN);
        assertThat(exchange(server, lastGet("/b")).text())
                .contains("\r\nRetry-After: " + "9".repeat(60_000) + "\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void delayedReplyComesNoEarlier() {
        server.otherwise().reply(Reply.ok("").after(Duration.ofMillis(120)));

        long sent = System.nanoTime();
        exchange(server, lastGet("/"));

        assertThat(server.requests().get(0).arrivedNanos()).isGreaterThanOrEqualTo(sent);
        try (RawClient client = RawClient.connect(server.port())) {
            sent = System.nanoTime();
            client.send(get("/")).receive(1);
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void contradictionsAreRefusedWhenScripted() {
        Script script = server.otherwise();
        assertThatIllegalStateException()
                .isThrownBy(() -> script.reply(Reply.ok("abc").declaring(1000)))
                .withMessageContaining("declaring()");
        assertThatIllegalStateException()
                .isThrownBy(() -> script.reply(Reply.status(200).cut(Cut.BODY, Fate.RESET)))
                .withMessageContaining("needs a body");
        assertThatIllegalStateException()
                .isThrownBy(() -> script.reply(Reply.ok("a").untilClose().then(Fate.SERVE)))
                .withMessageContaining("untilClose()");
        assertThatIllegalStateException().isThrownBy(() -> Reply.raw("x").header("a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.nothing(Fate.SERVE));
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.status(99)).withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.ok("").after(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> server.on("a")).withMessageContaining("'a'");
    }

    private void assertExchange(String request, String text, End end) {
        Received expected = new Received(text, end);
        assertThat(exchange(server, request, expected)).isEqualTo(expected);
    }
}
