// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingTest {
    private static final Reply MUCH_LATER =
            Reply.status(503).header("Retry-After", "15").body("come back");
    private static final Duration SOON = Duration.ofSeconds(5);

    /** The waits that must end sooner take 15 s; it takes some 10 ms on a machine that has nothing else to do. */
    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(3);

    @Test
    void anAbortEndsTheWaitOfALaterHop() throws Exception {
        try (Scene scene = Scene.with()) {
            scene.server().on("/").reply(Reply.status(302).header("Location", "/next"));
            scene.server().on("/next").reply(MUCH_LATER, Reply.ok("no"));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            CompletableFuture<Answer> waiting = async(scene, get);
            scene.server().awaitRequests(2, SOON);
            awaitNoLease(scene);
            TimeUnit.MILLISECONDS.sleep(50);
            long start = System.nanoTime();

            get.cancel();

            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
            assertThat(System.nanoTime() - start).isLessThan(A_WHILE);
            assertThat(scene.server().requestCount()).isEqualTo(2);
        }
    }

    @Test
    void aRequestThatWasAbortedBeforeIsNotSent() throws IOException {
        try (Scene scene = Scene.with()) {
            HttpGet get = new HttpGet(scene.server().uri("/"));
            get.abort();

            assertThatThrownBy(() -> scene.send(get)).isInstanceOf(IOException.class);

            assertThat(scene.server().requestCount()).isZero();
        }
    }

    private static CompletableFuture<Answer> async(Scene scene, HttpGet get) {
        CompletableFuture<Answer> result = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        result.complete(scene.send(get));
                    } catch (Throwable failure) {
                        result.completeExceptionally(failure);
                    }
                })
                .start();
        return result;
    }

    private static void awaitNoLease(Scene scene) throws InterruptedException {
        for (int tries = 0; scene.leased() > 0 && tries < 200; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(scene.leased()).isZero();
    }
}
