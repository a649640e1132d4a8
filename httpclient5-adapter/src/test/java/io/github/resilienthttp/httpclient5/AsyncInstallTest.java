// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncInstallTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final Reply SORRY = Reply.status(503).body("sorry");

    @Test
    void aNameThatNobodyKnowsIsRefusedAtOnce() {
        try (ResilientHttp resilience = ResilientHttp.withDefaults()) {
            assertThatThrownBy(
                            () -> ResilientHttpClient5.install(HttpAsyncClientBuilder.create(), resilience, "githup"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("githup");
        }
    }

    @Test
    void installedTwiceTheLastCountsAndAttemptsDoNotMultiply() throws Exception {
        try (ResilientHttp first = Scene.engine(List.of(FAST, "retry.max-attempts=5"));
                ResilientHttp second = Scene.engine(List.of(FAST, "retry.max-attempts=2"));
                ScriptedServer server = ScriptedServer.start()) {
            server.on("/").reply(SORRY);
            HttpAsyncClientBuilder builder = ResilientHttpClient5.install(HttpAsyncClientBuilder.create(), first);
            try (CloseableHttpAsyncClient client =
                    ResilientHttpClient5.install(builder, second).build()) {
                client.start();
                SimpleHttpRequest get = SimpleHttpRequest.create("GET", server.uri("/"));

                assertThat(client.execute(get, null).get(20, TimeUnit.SECONDS).getCode())
                        .isEqualTo(503);
            }

            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void aRequestCanOptOut() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST)) {
            scene.server().on("/").reply(SORRY, Reply.ok("no"));
            HttpClientContext context = HttpClientContext.create();
            ResilientHttpClient5.options(context, CallOptions.NONE.withDisabled());

            assertThat(AsyncScene.await(scene.start(scene.request("GET", "/"), context))
                            .getCode())
                    .isEqualTo(503);

            assertThat(ResilientHttpClient5.report(context)).isNull();
        }
    }

    @Test
    void earlyHintsOfEachAttemptArePassedOn() throws Exception {
        Queue<String> hints = new ConcurrentLinkedQueue<>();
        try (AsyncScene scene = AsyncScene.built(
                builder -> builder.setEarlyHintsListener((hint, context) -> hints.add(
                        hint.getCode() + " " + hint.getFirstHeader("Link").getValue())),
                FAST)) {
            scene.server().on("/").reply(hinting("a", "503 Sorry"), hinting("b", "200 OK"));

            assertThat(scene.send(scene.request("GET", "/")).status()).isEqualTo(200);

            assertThat(hints).containsExactly("103 a", "103 b");
        }
    }

    private static Reply hinting(String link, String status) throws IOException {
        return Reply.raw("HTTP/1.1 103 Early Hints\r\nLink: " + link + "\r\n\r\nHTTP/1.1 " + status
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
