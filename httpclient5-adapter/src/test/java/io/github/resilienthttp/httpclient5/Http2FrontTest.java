// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The front relays what the scripted server does, as a plain client sees it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2FrontTest {
    private final LeakProbe threads = LeakProbe.watching(ScriptedServer.THREAD_PREFIX, Http2Front.THREAD_PREFIX);
    private final ScriptedServer server = ScriptedServer.start();
    private final Http2Front front = Http2Front.before(server.port());
    private final CloseableHttpAsyncClient client =
            H2AsyncClientBuilder.create().disableAutomaticRetries().build();

    @BeforeEach
    void start() {
        client.start();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        front.close();
        server.close();
        threads.close();
    }

    private SimpleHttpResponse send(SimpleHttpRequest request) throws Exception {
        try {
            return client.execute(request, null).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw failed;
        }
    }

    private SimpleHttpRequest get(String path) {
        return SimpleHttpRequest.create("GET", front.uri(path));
    }

    @Test
    void headsAndBodiesArrive() throws Exception {
        byte[] body = new byte[300_000];
        new Random(1).nextBytes(body);
        server.on("/put?a=b").reply(Reply.status(201).header("X-Told", "yes").body(body));
        SimpleHttpRequest put = SimpleHttpRequest.create("PUT", front.uri("/put?a=b"));
        put.setBody(body, ContentType.APPLICATION_OCTET_STREAM);
        put.addHeader("X-Mine", "1");

        SimpleHttpResponse response = send(put);

        assertThat(response.getCode()).isEqualTo(201);
        assertThat(response.getFirstHeader("x-told").getValue()).isEqualTo("yes");
        assertThat(response.getBodyBytes()).isEqualTo(body);
        assertThat(server.requests()).singleElement().satisfies(seen -> assertThat(seen.body())
                .isEqualTo(body));
        assertThat(front.connectionCount()).isEqualTo(1);
    }

    @Test
    void chunksAndTheBodyOfAHeadAreUnderstood() throws Exception {
        server.otherwise()
                .reply(Reply.ok("chunked").chunked(), Reply.ok("until close").untilClose(), Reply.ok("x"));

        assertThat(send(get("/")).getBodyText()).isEqualTo("chunked");
        assertThat(send(get("/")).getBodyText()).isEqualTo("until close");
        SimpleHttpResponse head = send(SimpleHttpRequest.create("HEAD", front.uri("/")));
        assertThat(Objects.requireNonNullElse(head.getBodyText(), "")).isEmpty();
    }

    @Test
    void aConnectionThatEndsBeforeTheHeadEndsTheClients() throws Exception {
        server.otherwise().reply(Reply.nothing(Fate.CLOSE), Reply.nothing(Fate.RESET), Reply.ok("x"));

        assertThatThrownBy(() -> send(get("/"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(get("/"))).isInstanceOf(IOException.class);
        assertThat(send(get("/")).getBodyText()).isEqualTo("x");
        assertThat(front.connectionCount()).isEqualTo(3);
    }

    @Test
    void aBodyThatIsCutResetsItsStreamOnly() throws Exception {
        server.otherwise().reply(Reply.ok("half").cut(Cut.BODY, Fate.CLOSE), Reply.ok("x"));

        assertThatThrownBy(() -> send(get("/")))
                .isInstanceOfSatisfying(H2StreamResetException.class, reset -> assertThat(reset.getCode())
                        .isEqualTo(H2Error.INTERNAL_ERROR.getCode()));
        assertThat(send(get("/")).getBodyText()).isEqualTo("x");
    }

    @Test
    void silenceStaysSilenceAndAClientThatLeavesIsSeenToLeave() throws Exception {
        server.otherwise().reply(Reply.nothing(Fate.SILENCE));

        assertThatThrownBy(() -> client.execute(get("/"), null).get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(server.openConnections()).isEqualTo(1);
        client.close();

        server.awaitQuiet(Duration.ofSeconds(5));
    }
}
