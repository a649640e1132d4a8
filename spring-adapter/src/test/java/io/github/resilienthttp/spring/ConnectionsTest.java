// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.RestClient;

/** A pool of five serves others while calls wait. */
class ConnectionsTest {
    @ParameterizedTest
    @EnumSource(Factory.class)
    void tenCallsThatWaitHoldNoConnection(Factory factory) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try (Scene scene =
                Scene.with(factory, "backoff.initial=3s", "backoff.jitter=none", "circuit-breaker.enabled=false")) {
            scene.server().on("/a").times(10, Reply.status(503).body("no")).reply(Reply.ok("fine"));
            scene.server().on("/b").reply(Reply.ok("b"));
            RestClient client = scene.client();
            List<Future<String>> waiting = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                waiting.add(
                        threads.submit(() -> client.get().uri("/a").retrieve().body(String.class)));
            }
            scene.server().awaitRequests(10, Duration.ofSeconds(5));
            long start = System.nanoTime();

            assertThat(client.get().uri("/b").retrieve().body(String.class)).isEqualTo("b");

            assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
            for (Future<String> each : waiting) {
                assertThat(each.get(20, TimeUnit.SECONDS)).isEqualTo("fine");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
