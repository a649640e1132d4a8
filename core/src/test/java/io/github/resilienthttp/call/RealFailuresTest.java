// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.testkit.Blackhole;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the JDK's two clients really throw, over real sockets. */
class RealFailuresTest {
    private static final Duration SHORT = Duration.ofMillis(250);

    enum Jdk {
        /** Blocking sockets, as any client on {@code java.net.Socket} has them. */
        URL_CONNECTION {
            @Override
            void get(URI uri, boolean impatient) throws IOException {
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                if (impatient) {
                    connection.setConnectTimeout((int) SHORT.toMillis());
                    connection.setReadTimeout((int) SHORT.toMillis());
                }
                connection.getResponseCode();
            }
        },

        HTTP_CLIENT {
            @Override
            void get(URI uri, boolean impatient) throws IOException, InterruptedException {
                HttpClient.Builder client = HttpClient.newBuilder();
                HttpRequest.Builder request = HttpRequest.newBuilder(uri);
                if (impatient) {
                    client.connectTimeout(SHORT);
                    request.timeout(SHORT.multipliedBy(2));
                }
                client.build().send(request.build(), BodyHandlers.discarding());
            }
        };

        abstract void get(URI uri, boolean impatient) throws IOException, InterruptedException;
    }

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedConnectionWasNeverSent(Jdk client) {
        assertFailure(client, "http", ScriptedServer.refusedPort(), false, FailureKind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatNobodyKnowsWasNeverSent(Jdk client) {
        Throwable failure = catchThrowable(() -> client.get(URI.create("http://nowhere.invalid/"), false));
        assertThat(classify(failure).kind()).isEqualTo(FailureKind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectTimeoutWasNeverSent(Jdk client) {
        try (Blackhole hole = Blackhole.open()) {
            assertFailure(client, "http", hole.port(), true, FailureKind.UNREACHABLE);
            assertFailure(client, "https", hole.port(), true, FailureKind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandshakeThatEndsOrIsResetWasNeverSent(Jdk client) {
        server.onAccept(Fate.HALF_CLOSE, Fate.RESET, Fate.CLOSE);
        for (int connection = 0; connection < 3; connection++) {
            assertFailure(client, "https", server.port(), false, FailureKind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandshakeWithoutAnAnswerWasNeverSent(Jdk client) {
        server.onAccept(Fate.SILENCE);
        assertFailure(client, "https", server.port(), true, FailureKind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void aReadTimeoutIsBroken(Jdk client) {
        server.otherwise().reply(Reply.nothing(Fate.SILENCE));
        assertFailure(client, "http", server.port(), true, FailureKind.BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void aResetInsteadOfAnAnswerIsBroken(Jdk client) {
        server.otherwise().reply(Reply.nothing(Fate.RESET));
        assertFailure(client, "http", server.port(), false, FailureKind.BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void anEndInsteadOfAnAnswerIsBroken(Jdk client) {
        server.otherwise().reply(Reply.nothing(Fate.CLOSE));
        assertFailure(client, "http", server.port(), false, FailureKind.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(names = "HTTP_CLIENT")
    void aHeadThatCannotBeParsedIsOfTheProtocol(Jdk client) {
        server.otherwise().reply(Reply.raw("hello hello hello\r\n\r\n"));
        assertFailure(client, "http", server.port(), false, FailureKind.PROTOCOL);
    }

    private static void assertFailure(Jdk client, String scheme, int port, boolean timeout, FailureKind kind) {
        Throwable failure =
                catchThrowable(() -> client.get(URI.create(scheme + "://127.0.0.1:" + port + "/"), timeout));
        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(classify(failure)).as("%s", failure).isEqualTo(new Outcome.Failure(kind, timeout, failure));
    }

    private static Outcome.Failure classify(Throwable failure) {
        return Failures.classify(failure, link -> null);
    }
}
