// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedServerHttpClientTest {
    private final ScriptedServer server = ScriptedServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void realClientKeepsItsConnectionOverBothFramings() throws Exception {
        server.otherwise().reply(Reply.ok("length"), Reply.ok("chunks").chunked());

        assertThat(send(request("/").GET()).body()).isEqualTo("length");
        assertThat(send(request("/").POST(BodyPublishers.ofString("abc"))).body())
                .isEqualTo("chunks");

        assertThat(server.connectionCount()).isEqualTo(1);
        assertThat(server.requests()).extracting(SeenRequest::text).containsExactly("", "abc");
    }

    @Test
    void realClientIsToldToContinue() throws Exception {
        server.otherwise().reply(Reply.ok("ok"));

        HttpRequest.Builder request = request("/").expectContinue(true).POST(BodyPublishers.ofString("abc"));

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(server.requests().get(0).text()).isEqualTo("abc");
    }

    @Test
    void realClientFailsOnTruncationAndSilence() {
        server.on("/cut").reply(Reply.ok("ab").declaring(1000).then(Fate.CLOSE));
        server.on("/reset").reply(Reply.nothing(Fate.RESET));
        server.on("/silent").reply(Reply.nothing(Fate.SILENCE));

        assertThatThrownBy(() -> send(request("/cut").GET())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(request("/reset").POST(BodyPublishers.ofString("a"))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(request("/silent").GET().timeout(Duration.ofMillis(200))))
                .isInstanceOf(HttpTimeoutException.class);
        server.awaitQuiet(Duration.ofSeconds(2));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(server.uri(target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
