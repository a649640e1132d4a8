// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static io.github.resilienthttp.testkit.RawClient.exchange;
import static io.github.resilienthttp.testkit.RawClient.get;
import static io.github.resilienthttp.testkit.RawClient.lastGet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScriptedServerClosingTest {
    private final LeakProbe probe = LeakProbe.watching(ScriptedServer.THREAD_PREFIX);

    @Test
    void endsIdleConnectionsAndRefusesNewOnes() {
        ScriptedServer server = ScriptedServer.start();
        server.otherwise().reply(Reply.ok(""));
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(RawClient.connect(server.port()));
            clients.get(i).send(get("/" + i)).receive(1);
        }
        assertThat(server.openConnections()).isEqualTo(20);
        int port = server.port();

        server.close();

        assertThat(probe.extraThreads()).isEmpty();
        assertThat(server.openConnections()).isZero();
        assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(UncheckedIOException.class);
        assertThatCode(server::close).doesNotThrowAnyException();
        clients.forEach(RawClient::close);
    }

    @Test
    void interruptsAnAnswerThatBlocks() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start();
                RawClient client = RawClient.connect(server.port())) {
            server.otherwise().answer(request -> {
                asked.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException closing) {
                    throw new IllegalStateException(closing);
                }
                return Reply.ok("");
            });
            client.send(get("/"));
            asked.await();
        }
        assertThat(probe.extraThreads()).isEmpty();
    }

    @Test
    void throwsWhatAnAnswerThrew() {
        ScriptedServer server = ScriptedServer.start();
        server.otherwise().answer(request -> {
            throw new IllegalArgumentException("not this one");
        });
        assertThat(exchange(server, lastGet("/")).text())
                .startsWith("HTTP/1.1 500 ")
                .contains("not this one");

        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not this one")
                .satisfies(error ->
                        assertThat(error.getSuppressed()).singleElement().isInstanceOf(IllegalArgumentException.class));
        assertThat(probe.extraThreads()).isEmpty();
    }

    @Test
    void survivesClientsThatConnectMeanwhile() throws Exception {
        for (int round = 0; round < 20; round++) {
            ScriptedServer server = ScriptedServer.start();
            server.otherwise().reply(Reply.ok(""));
            int port = server.port();
            Thread crowd = new Thread(() -> {
                try {
                    while (true) {
                        RawClient.connect(port).send(get("/"));
                    }
                } catch (UncheckedIOException refused) {
                    // the server has closed
                }
            });
            crowd.start();
            server.awaitRequests(3, Duration.ofSeconds(5));
            server.close();
            crowd.join();
            assertThat(probe.extraThreads()).isEmpty();
            assertThat(server.openConnections()).isZero();
        }
    }
}
