// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.LeakProbe;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What HttpClient's own tests expect of whatever sends requests again, on its own test servers. Two of their expectations are
 * not ours: a {@code Retry-After} date in the past means at once and not "the usual interval", since the time the server named
 * has come; and a connection that was refused is tried again, since nothing was sent.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PeerSuiteTest {
    /** Sent as zero seconds; zero itself would be no refusal. */
    private static final TimeValue NOW = TimeValue.ofMilliseconds(1);

    private static final byte[] TEXT = "some text for the server".getBytes(StandardCharsets.UTF_8);

    private final LeakProbe threads = LeakProbe.watching("resilient-http");
    private final List<Runnable> servers = new ArrayList<>();
    private final List<ResilientHttp> engines = new ArrayList<>();

    private PeerPlan plan(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("backoff.initial=1ms");
        all.add("backoff.max=5ms");
        all.add("budget.enabled=false");
        ResilientHttp resilience = Scene.engine(all);
        engines.add(resilience);
        return new PeerPlan(resilience);
    }

    private PeerClient start(Peer peer, PeerPlan plan) throws Exception {
        servers.add(peer.serve(plan));
        return peer.client(plan);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        servers.forEach(Runnable::run);
        for (ResilientHttp engine : engines) {
            EngineTasks.awaitNone(engine);
            engine.close();
        }
        threads.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAfterOneRetry(Peer peer) throws Exception {
        PeerPlan plan = plan("retry.max-attempts=2").busyFor(3, NOW);
        try (PeerClient client = start(peer, plan)) {
            Answer answer = client.get("/random/2048");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(plan.seen()).hasSize(2);
            assertThat(client.leased()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotGiveUpEasily(Peer peer) throws Exception {
        PeerPlan plan = plan("retry.max-attempts=5").busyFor(3, NOW);
        try (PeerClient client = start(peer, plan)) {
            assertThat(client.get("/random/2048").status()).isEqualTo(200);
            assertThat(plan.seen()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedHeadersStandOnceInEachAttempt(Peer peer) throws Exception {
        PeerPlan plan = plan().busyFor(2, NOW);
        try (PeerClient client = start(peer, plan)) {
            assertThat(client.send("PUT", "/echo/", TEXT, false, false).text())
                    .isEqualTo(new String(TEXT, StandardCharsets.UTF_8));
            assertThat(plan.seen()).hasSize(3).allSatisfy(request -> {
                assertThat(request.getHeaders("my-header")).hasSize(1);
                assertThat(request.getHeaders("Host")).hasSize(1);
                assertThat(request.getHeaders("User-Agent")).hasSize(1);
                assertThat(request.getHeaders("Content-Length")).hasSizeLessThanOrEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatCannotBeWrittenAgainIsNot(Peer peer) throws Exception {
        PeerPlan plan = plan().busyFor(1, NOW);
        try (PeerClient client = start(peer, plan)) {
            Answer answer = client.send("PUT", "/echo/", TEXT, true, false);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.report().reason()).isEqualTo(Reason.NOT_REPLAYABLE);
            assertThat(plan.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTargetOfARedirectIsRetriedAlone(Peer peer) throws Exception {
        PeerPlan plan = plan().busyFor(2, NOW);
        try (PeerClient client = start(peer, plan)) {
            assertThat(client.get("/old").status()).isEqualTo(200);
            assertThat(plan.paths()).containsExactly("/old", "/random/20", "/random/20", "/random/20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChallengeIsAnsweredWithTheBodyOfTheSameAttempt(Peer peer) throws Exception {
        PeerPlan plan = plan().withPasswords().busyFor(1, NOW);
        try (PeerClient client = start(peer, plan)) {
            Answer answer = client.send("PUT", "/echo/", TEXT, false, false);

            assertThat(answer.text()).isEqualTo(new String(TEXT, StandardCharsets.UTF_8));
            assertThat(answer.statuses()).containsExactly(503, 200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void expectContinueSavesABodyThatCannotBeWrittenAgain(Peer peer) throws Exception {
        PeerPlan plan = plan().withPasswords();
        try (PeerClient client = start(peer, plan)) {
            byte[] large = "x".repeat(4000).getBytes(StandardCharsets.UTF_8);

            Answer answer = client.send("PUT", "/echo/", large, true, true);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).hasSize(4000);
            assertThat(answer.report().attempts()).hasSize(1);
        }
    }

    /** The client that calls back swallows the response then, and without the engine its future never ends. */
    @ParameterizedTest
    @EnumSource
    void withoutItTheChallengeIsTheEnd(Peer peer) throws Exception {
        PeerPlan plan = plan().withPasswords();
        try (PeerClient client = start(peer, plan)) {
            if (peer == Peer.CLASSIC) {
                assertThat(client.send("PUT", "/echo/", TEXT, true, false).status())
                        .isEqualTo(401);
            } else {
                assertThatThrownBy(() -> client.send("PUT", "/echo/", TEXT, true, false))
                        .isInstanceOf(ClientProtocolException.class)
                        .hasMessageContaining("challenge");
            }
            assertThat(plan.seen()).hasSize(1);
            assertThat(client.leased()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionsAreReusedAndNoneIsLost(Peer peer) throws Exception {
        PeerPlan plan = plan("retry.max-attempts=5", "circuit-breaker.enabled=false", "cooldown.enabled=false");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (PeerClient client = start(peer, plan)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                Callable<Answer> one = () -> {
                    plan.busyFor(1, NOW);
                    return client.get("/random/100");
                };
                answers.add(callers.submit(one));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS).status()).isIn(200, 503);
            }
            assertThat(client.leased()).isZero();
            assertThat(client.available()).isBetween(1, 2);
        } finally {
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void toCancelEndsAWaitAndHoldsNothing(Peer peer) throws Exception {
        PeerPlan plan = plan().busyFor(1, TimeValue.ofSeconds(9));
        try (PeerClient client = start(peer, plan)) {
            Thread me = Thread.currentThread();
            Thread other = new Thread(() -> {
                try {
                    while (plan.seen().isEmpty()) {
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                    TimeUnit.MILLISECONDS.sleep(200);
                    me.interrupt();
                } catch (InterruptedException unwanted) {
                    Thread.currentThread().interrupt();
                }
            });
            long start = System.nanoTime();
            other.start();

            assertThatThrownBy(() -> client.get("/random/10")).isInstanceOf(Exception.class);

            boolean unused = Thread.interrupted();
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
            assertThat(client.leased()).isZero();
            assertThat(plan.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsRefusedIsTriedAgain(Peer peer) throws Exception {
        PeerPlan plan = plan();
        plan.port(ScriptedServer.refusedPort());
        try (PeerClient client = peer.client(plan)) {
            assertThatThrownBy(() -> client.send("POST", "/echo/", TEXT, false, false))
                    .satisfies(failure -> assertThat(failure.getSuppressed()).isNotEmpty());
        }
    }
}
