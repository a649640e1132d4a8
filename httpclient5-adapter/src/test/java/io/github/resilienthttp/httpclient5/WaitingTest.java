package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingTest {
    private static final Reply LATER = Reply.status(503).header("Retry-After", "1").body("come back");
    private static final Reply MUCH_LATER = Reply.status(503).header("Retry-After", "15").body("come back");
    private static final Duration SOON = Duration.ofSeconds(5);

    /** The waits that must end sooner take 15 s; it takes some 10 ms on a machine that has nothing else to do. */
    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(3);

    @Test
    void noPooledConnectionIsHeldWhileACallWaits() throws Exception {
        try (Scene scene = Scene.with("cooldown.enabled=false")) {
            scene.server().on("/busy").reply(LATER, Reply.ok("at last"));
            scene.server().on("/other").reply(Reply.ok("at once"));
            CompletableFuture<Answer> waiting = async(scene, new HttpGet(scene.server().uri("/busy")));
            scene.server().awaitRequests(1, SOON);
            awaitNoLease(scene);

            Answer unrelated = scene.send(new HttpGet(scene.server().uri("/other")));

            assertThat(waiting).isNotDone();
            assertThat(unrelated.text()).isEqualTo("at once");
            assertThat(waiting.get(5, TimeUnit.SECONDS).text()).isEqualTo("at last");
            assertThat(scene.server().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void anAbortEndsAWait() throws Exception {
        try (Scene scene = Scene.with()) {
            scene.server().on("/").reply(MUCH_LATER, Reply.ok("no"));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            HttpClientContext context = HttpClientContext.create();
            CompletableFuture<Answer> waiting = async(scene, get, context);
            scene.server().awaitRequests(1, SOON);
            awaitNoLease(scene);
            TimeUnit.MILLISECONDS.sleep(50);
            long start = System.nanoTime();

            get.abort();

            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CallRefusedException.class)
                    .satisfies(failure -> assertThat(((CallRefusedException) failure.getCause()).status())
                            .isEqualTo(503));
            assertThat(System.nanoTime() - start).isLessThan(A_WHILE);
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.CANCELLED);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

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
    void anAbortEndsAnAttemptAndNoOtherFollows() throws Exception {
        try (Scene scene = Scene.with()) {
            scene.server().on("/").reply(Reply.nothing(Fate.SILENCE), Reply.ok("no"));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            HttpClientContext context = HttpClientContext.create();
            CompletableFuture<Answer> sending = async(scene, get, context);
            scene.server().awaitRequests(1, SOON);

            get.abort();

            assertThatThrownBy(() -> sending.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(Exception.class);
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.CANCELLED);
            assertThat(scene.server().requestCount()).isEqualTo(1);
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

    @Test
    void anInterruptEndsAWaitAndIsKept() throws Exception {
        try (Scene scene = Scene.with()) {
            scene.server().on("/").reply(MUCH_LATER, Reply.ok("no"));
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    scene.send(new HttpGet(scene.server().uri("/")));
                } catch (IOException expected) {
                    flag.complete(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            scene.server().awaitRequests(1, SOON);
            awaitNoLease(scene);
            long start = System.nanoTime();

            caller.interrupt();

            assertThat(flag.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime() - start).isLessThan(A_WHILE);
            caller.join();
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    private static CompletableFuture<Answer> async(Scene scene, HttpGet get) {
        return async(scene, get, HttpClientContext.create());
    }

    private static CompletableFuture<Answer> async(Scene scene, HttpGet get, HttpClientContext context) {
        CompletableFuture<Answer> result = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        result.complete(scene.send(get, context));
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
