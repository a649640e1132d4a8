// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static io.github.resilienthttp.testkit.RawClient.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptedServerStallsTest {
    private static final Duration TICK = Duration.ofMillis(5);

    private final LeakProbe probe = LeakProbe.watching(ScriptedServer.THREAD_PREFIX);

    static Stream<Reply> endless() {
        return Stream.of(
                Reply.nothing(Fate.SILENCE),
                Reply.nothing(Fate.DEAF),
                Reply.ok("").after(Duration.ofHours(1)),
                Reply.ok("").dripHead(Duration.ofHours(1)),
                Reply.status(200).endlessHead(),
                Reply.status(200).endlessHead().dripHead(TICK),
                Reply.status(200).endlessBody(),
                Reply.status(200).endlessBody().dripBody(TICK),
                Reply.status(200).chunked().endlessBody(),
                Reply.status(200).untilClose().endlessBody(),
                Reply.ok("abcd").cut(Cut.BODY, Fate.SILENCE),
                Reply.ok("abcd").then(Fate.DEAF));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void closingTheServerEndsEveryStallAndItsThread(Reply reply) {
        ScriptedServer server = ScriptedServer.start();
        server.otherwise().reply(reply);
        try (RawClient client = RawClient.connect(server.port())) {
            client.send(get("/"));
            server.awaitRequests(1, Duration.ofSeconds(2));
            assertThat(probe.extraThreads()).hasSize(2);

            server.close();

            assertThat(probe.extraThreads()).isEmpty();
            assertThat(server.openConnections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("endless")
    void aClientThatLeavesIsNoFailure(Reply reply) {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(reply);
            RawClient client = RawClient.connect(server.port());
            client.send(get("/"));
            server.awaitRequests(1, Duration.ofSeconds(2));
            client.close();
        }
        probe.assertNoExtraThreads();
    }

    @Test
    void silenceNoticesThatTheClientLeaves() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.nothing(Fate.SILENCE));
            try (RawClient client = RawClient.connect(server.port())) {
                client.send(get("/"));
                server.awaitRequests(1, Duration.ofSeconds(2));
                assertThat(server.openConnections()).isEqualTo(1);
                assertThatThrownBy(() -> server.awaitQuiet(TICK))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("1 open connections of 1");
            }
            server.awaitQuiet(Duration.ofSeconds(2));
        }
    }

    @Test
    void drippedHeadComesByteByByteWithPauses() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("body").dripHead(TICK));
            try (RawClient client = RawClient.connect(server.port())) {
                long sent = System.nanoTime();
                String head = client.send(get("/")).receive(21).text();
                assertThat(head).isEqualTo("HTTP/1.1 200 Scripted");
                assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(TICK.multipliedBy(20));
                assertThat(client.receive(27).text()).isEqualTo("\r\nContent-Length: 4\r\n\r\nbody");
            }
        }
    }

    @Test
    void drippedBodyComesByteByByteAfterAHeadAtOnce() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.ok("0123456789").dripBody(Duration.ofMillis(20)));
            try (RawClient client = RawClient.connect(server.port())) {
                long sent = System.nanoTime();
                String head = "HTTP/1.1 200 Scripted\r\nContent-Length: 10\r\n\r\n";
                assertThat(client.send(get("/")).receive(head.length()).text()).isEqualTo(head);
                assertThat(client.receive(10).text()).isEqualTo("0123456789");
                assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(180));
            }
        }
    }

    @Test
    void endlessHeadAndBodyGoOnBeyondAnyBound() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.on("/head").reply(Reply.status(200).endlessHead());
            server.on("/length").reply(Reply.status(200).endlessBody());
            server.on("/chunks").reply(Reply.ok("abc").chunked().endlessBody());
            assertThat(mebibyte(server, "/head")).startsWith("HTTP/1.1 200").doesNotContain("\r\n\r\n");
            assertThat(mebibyte(server, "/length")).contains("Content-Length: 1099511627776\r\n\r\nxxx");
            assertThat(mebibyte(server, "/chunks"))
                    .contains("\r\n\r\n3\r\nabc\r\n3\r\nabc\r\n")
                    .doesNotContain("0\r\n\r\n3\r\n\r\n");
            server.awaitQuiet(Duration.ofSeconds(2));
        }
    }

    @Test
    void deafServerLetsALargeBodyGetStuck() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise().reply(Reply.nothing(Fate.DEAF).early());
            CountDownLatch written = new CountDownLatch(1);
            RawClient client = RawClient.connect(server.port());
            Thread writer = new Thread(() -> {
                try {
                    client.send("POST / HTTP/1.1\r\nContent-Length: 30000000\r\n\r\n" + "x".repeat(30_000_000));
                    written.countDown();
                } catch (UncheckedIOException closed) {
                    // as it has to end
                }
            });
            writer.start();
            server.awaitRequests(1, Duration.ofSeconds(5));

            assertThat(written.await(300, TimeUnit.MILLISECONDS)).isFalse();

            client.close();
            writer.join();
        }
    }

    private static String mebibyte(ScriptedServer server, String target) {
        try (RawClient client = RawClient.connect(server.port())) {
            return client.send(get(target)).receive(1 << 20).text();
        }
    }
}
