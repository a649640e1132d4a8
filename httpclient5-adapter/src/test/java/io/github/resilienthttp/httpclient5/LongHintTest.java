// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.junit.jupiter.api.Test;

class LongHintTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aHintOfSixtyThousandDigitsEndsTheCallAtOnceWithTheResponse() throws IOException {
        Http1Config patient = Http1Config.custom().setMaxLineLength(100_000).build();
        try (Scene scene = Scene.pooled(
                connections -> connections.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(patient)
                        .build()),
                FAST)) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(503)
                            .header("Retry-After", "9".repeat(60_000))
                            .body("much later"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("much later");
            assertThat(answer.report().reason()).isEqualTo(Reason.HINT_TOO_LONG);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }
}
