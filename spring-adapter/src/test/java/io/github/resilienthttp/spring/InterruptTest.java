// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.testkit.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.RestClient;

/** Whoever is interrupted sends nothing any more, and still knows of it. */
class InterruptTest {
    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void duringAnAttempt(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/warm").reply(Reply.ok(""));
            scene.client().get().uri("/warm").retrieve().toBodilessEntity();
            scene.server().on("/a").reply(Reply.status(503).after(Duration.ofMillis(1200)), Reply.ok("never"));
            Thread other = interruptAfter(500);

            assertThatThrownBy(() -> scene.client().get().uri("/a").retrieve().body(String.class))
                    .hasCauseInstanceOf(java.io.IOException.class);

            assertThat(Thread.interrupted()).isTrue();
            other.join();
            // The warming one, and at most the one that was interrupted.
            assertThat(scene.server().requestCount()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void duringAWait(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.status(503).header("Retry-After", "5"), Reply.ok("never"));
            Thread other = interruptAfter(200);
            long start = System.nanoTime();

            assertThatThrownBy(() -> scene.client().get().uri("/a").retrieve().body(String.class))
                    .hasCauseInstanceOf(CallRefusedException.class);

            assertThat(Thread.interrupted()).isTrue();
            other.join();
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void whileItWaitsForAConnectionOfThePool(Factory factory) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Scene scene = Scene.over(factory.open(1, Factory.LONG))) {
            scene.server().on("/held").answer(request -> held(over));
            scene.server().on("/last").reply(Reply.ok("x"));
            RestClient plain =
                    RestClient.builder().requestFactory(scene.factory()).build();
            Thread first = new Thread(() ->
                    plain.get().uri(scene.server().uri("/held")).retrieve().toBodilessEntity());
            first.start();
            scene.server().awaitRequests(1, Duration.ofSeconds(5));
            if (factory == Factory.JDK || factory == Factory.SIMPLE) {
                // Have no bound on their connections.
                over.countDown();
                first.join();
                return;
            }
            Thread other = interruptAfter(200);

            assertThatThrownBy(
                            () -> scene.client().get().uri("/held").retrieve().body(String.class))
                    .isInstanceOf(RuntimeException.class);

            assertThat(Thread.interrupted()).isTrue();
            other.join();
            over.countDown();
            first.join();
            if (factory != Factory.JETTY_UNPREPARED) {
                // There the request stays in Jetty's queue, goes out when the connection comes free, and takes it.
                plain.get().uri(scene.server().uri("/last")).retrieve().toBodilessEntity();
                assertThat(scene.server().requestCount()).isEqualTo(2);
            }
        }
    }

    private static Reply held(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
        return Reply.ok("x");
    }

    private static Thread interruptAfter(long millis) {
        Thread me = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                return;
            }
            me.interrupt();
        });
        other.start();
        return other;
    }
}
