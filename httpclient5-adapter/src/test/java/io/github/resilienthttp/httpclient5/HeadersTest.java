// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void eachAttemptStartsFromTheHeadersAsTheyCame() throws IOException {
        BasicCookieStore cookies = new BasicCookieStore();
        BasicClientCookie cookie = new BasicClientCookie("session", "1");
        cookie.setDomain("127.0.0.1");
        cookie.setPath("/");
        cookies.addCookie(cookie);
        try (Scene scene = Scene.built(
                builder -> builder.setDefaultCookieStore(cookies)
                        .addRequestInterceptorLast((request, entity, context) -> request.addHeader("X-Added", "inside"))
                        .addExecInterceptorBefore(ChainElement.COMPRESS.name(), "outer", (request, scope, chain) -> {
                            request.addHeader("X-Outer", "outside");
                            return chain.proceed(request, scope);
                        }),
                FAST)) {
            scene.server().on("/").reply(Reply.status(503), Reply.status(503), Reply.ok("done"));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            get.addHeader("X-Mine", "1");
            get.addHeader("X-Mine", "2");

            scene.send(get);

            assertThat(scene.server().requests()).hasSize(3).allSatisfy(seen -> {
                assertThat(seen.values("X-Added")).containsExactly("inside");
                assertThat(seen.values("X-Outer")).containsExactly("outside");
                assertThat(seen.values("Cookie")).containsExactly("session=1");
                assertThat(seen.values("X-Mine")).containsExactly("1", "2");
                assertThat(seen.values("Host")).hasSize(1);
                assertThat(seen.headers())
                        .isEqualTo(scene.server().requests().get(0).headers());
            });
        }
    }

    @Test
    void oneIdempotencyKeyServesAllAttempts() throws IOException {
        try (Scene scene = Scene.with(FAST, "idempotency-key.generate=true")) {
            scene.server().on("/").reply(Reply.status(503), Reply.ok("done"));
            HttpPost post = new HttpPost(scene.server().uri("/"));
            post.setEntity(new StringEntity("10"));

            assertThat(scene.send(post).text()).isEqualTo("done");

            assertThat(all(scene, "Idempotency-Key")).hasSize(2);
            assertThat(all(scene, "Idempotency-Key").get(0))
                    .hasSizeGreaterThan(20)
                    .isEqualTo(all(scene, "Idempotency-Key").get(1));
            assertThat(post.getHeaders()).isEmpty();
        }
    }

    private static List<String> all(Scene scene, String name) {
        return scene.server().requests().stream()
                .map((SeenRequest seen) -> String.join(",", seen.values(name)))
                .toList();
    }
}
