// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Reply;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.HttpServerErrorException;

/** Apache's client repeats a 503 by itself unless it is prepared. */
class StackedRetriesTest {
    private static final Reply BUSY = Reply.status(503).header("Retry-After", "1");

    @Test
    void aPreparedClientSendsAPostOnce() throws Exception {
        HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(
                HttpComponentsResilience.prepare(HttpClients.custom()).build());
        assertThat(posts(factory)).isEqualTo(1);
    }

    /** Should this fail one day, preparing has lost half of its reason. */
    @Test
    void anUnpreparedOneSendsItTwice() throws Exception {
        assertThat(posts(new HttpComponentsClientHttpRequestFactory(HttpClients.createDefault())))
                .isEqualTo(2);
    }

    private static int posts(HttpComponentsClientHttpRequestFactory factory) throws Exception {
        try (Scene scene = Scene.over(factory)) {
            scene.server().on("/a").reply(BUSY);
            assertThatThrownBy(() ->
                            scene.client().post().uri("/a").body("x").retrieve().toBodilessEntity())
                    .isInstanceOf(HttpServerErrorException.class);
            return scene.server().requestCount();
        }
    }
}
