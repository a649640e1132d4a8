// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Fate;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Timeout(value = 60, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncTlsHandshakeTest {
    /** The attempt ends in its own time; nobody but HttpClient can reach the socket, and it has a timeout for that. */
    @Test
    void theSocketOfAHandshakeThatHangsEndsWithTheHandshakeTimeout() throws Exception {
        try (AsyncScene scene = AsyncScene.built(
                builder -> builder.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(Timeout.ofMilliseconds(900))
                                .build())
                        .build()),
                "timeout.attempt=300ms",
                "retry.max-attempts=1")) {
            scene.server().onAccept(Fate.SILENCE);
            SimpleHttpRequest get = SimpleHttpRequest.create(
                    "GET", "https://127.0.0.1:" + scene.server().port() + "/");

            assertThatThrownBy(() -> AsyncScene.await(scene.start(get, HttpClientContext.create())))
                    .isInstanceOf(SocketTimeoutException.class);

            assertThat(scene.server().connectionCount()).isEqualTo(1);
            scene.server().awaitQuiet(Duration.ofSeconds(10));
        }
    }
}
