// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;

/** Bodies that can be written only once. */
class RequestBodyTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aBodyThatNobodyTouchedIsStillGoodForTheNextAttempt() throws IOException {
        ReroutedNames names = new ReroutedNames();
        try (Scene scene = Scene.pooled(connections -> connections.setDnsResolver(names), FAST)) {
            names.then(ScriptedServer.refusedPort()).then(scene.server().port());
            scene.server().on("/").reply(Reply.ok("done"));

            Answer answer = scene.send(once(new HttpPost(scene.server().uri("/")), 5_000));

            assertThat(answer.text()).isEqualTo("done");
            assertThat(scene.server().requests().get(0).text()).isEqualTo("b".repeat(5_000));
        }
    }

    @Test
    void aBodyThatTheServerRefusedBeforeItWasSentGoesWithTheNextAttempt() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503).early(), Reply.ok("done"));
            HttpPut put = expecting(once(new HttpPut(scene.server().uri("/")), 4_000));

            Answer answer = scene.send(put);

            assertThat(answer.text()).isEqualTo("done");
            assertThat(scene.server().requests().get(1).text()).isEqualTo("b".repeat(4_000));
        }
    }

    @Test
    void aTinyBodyIsSentAlthoughRefusedAndSoIsGone() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503).early().then(Fate.SILENCE), Reply.ok("no"));
            HttpPut put = expecting(once(new HttpPut(scene.server().uri("/")), 4));

            Answer answer = scene.send(put);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.report().reason()).isEqualTo(Reason.NOT_REPLAYABLE);
        }
    }

    @Test
    void aRedirectAfterARetryDoesNotWriteTheBodyTwice() throws IOException {
        ReroutedNames names = new ReroutedNames();
        try (Scene scene = Scene.pooled(connections -> connections.setDnsResolver(names), FAST)) {
            names.then(ScriptedServer.refusedPort()).then(scene.server().port());
            scene.server()
                    .on("/")
                    .reply(Reply.status(307).header("Location", "/next").body("moved"));
            scene.server().on("/next").reply(Reply.ok("no"));

            Answer answer = scene.send(once(new HttpPut(scene.server().uri("/")), 5_000));

            assertThat(answer.text()).isEqualTo("moved");
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    private static <T extends ClassicHttpRequest> T once(T request, int length) {
        byte[] body = "b".repeat(length).getBytes(StandardCharsets.US_ASCII);
        request.setEntity(new InputStreamEntity(new ByteArrayInputStream(body), length, ContentType.TEXT_PLAIN));
        return request;
    }

    private static HttpPut expecting(HttpPut put) {
        put.setConfig(RequestConfig.custom().setExpectContinueEnabled(true).build());
        return put;
    }
}
