// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Blackhole;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.ResourceAccessException;

/** {@code timeout.attempt} over each request factory. */
class AttemptTimeoutTest {
    private final List<CallReport> reports = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aServerThatSaysNothingOrDripsItsHeadIsCutOff(Factory factory) throws Exception {
        assumeThat(factory.cuttable()).isTrue();
        try (Scene scene = Scene.with(factory, "timeout.attempt=900ms")) {
            scene.server()
                    .on("/a")
                    .reply(
                            Reply.nothing(Fate.SILENCE),
                            Reply.ok("slow").dripHead(Duration.ofMillis(60)),
                            Reply.ok("fine"));
            long start = System.nanoTime();

            String body = scene.client().get().uri("/a").retrieve().body(String.class);

            assertThat(body).isEqualTo("fine");
            assertThat(elapsedMillis(start)).isBetween(1800L, 8000L);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            if (factory != Factory.JETTY_UNPREPARED) {
                awaitOpen(scene, 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theExceptionIsASocketTimeoutThatNamesTheAttempt(Factory factory) throws Exception {
        assumeThat(factory.cuttable()).isTrue();
        try (Scene scene = Scene.with(factory, "timeout.attempt=200ms", "retry.max-attempts=2")) {
            scene.server().on("/a").reply(Reply.nothing(Fate.SILENCE));

            assertThatThrownBy(() -> get(scene, scene.server().uri("/a")))
                    .isInstanceOf(ResourceAccessException.class)
                    .cause()
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("attempt 2")
                    .hasMessageContaining("200 ms");
            assertThat(verdicts()).containsExactly(Verdict.BROKEN, Verdict.BROKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aConnectThatHangsIsCutOff(Factory factory) throws Exception {
        assumeThat(factory.cuttable()).isTrue();
        try (Blackhole hole = Blackhole.open();
                Scene scene = Scene.with(factory, "timeout.attempt=200ms", "retry.max-attempts=2")) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> get(scene, URI.create("http://127.0.0.1:" + hole.port() + "/")))
                    .isInstanceOf(ResourceAccessException.class);

            assertThat(elapsedMillis(start)).isLessThan(8000L);
            // Only Apache's says where it stood; the others may have sent something for all one knows.
            Verdict expected = factory == Factory.HTTP_COMPONENTS ? Verdict.UNREACHABLE : Verdict.BROKEN;
            assertThat(verdicts()).containsExactly(expected, expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void whatCannotBeCutIsDeliveredWhenItComes(Factory factory) throws Exception {
        assumeThat(factory.cuttable()).isFalse();
        try (Scene scene = Scene.with(factory, "timeout.attempt=200ms")) {
            scene.server().on("/a").reply(Reply.ok("late").after(Duration.ofMillis(600)));

            String body = scene.client().get().uri("/a").retrieve().body(String.class);

            assertThat(body).isEqualTo("late");
            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theCallersOwnDeadlineCutsAsWell(Factory factory) throws Exception {
        assumeThat(factory.cuttable()).isTrue();
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.nothing(Fate.SILENCE));
            long start = System.nanoTime();

            assertThatThrownBy(() -> scene.client()
                            .get()
                            .uri("/a")
                            .attributes(ResilienceAttributes.deadline(Duration.ofMillis(300)))
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(ResourceAccessException.class);

            assertThat(elapsedMillis(start)).isBetween(290L, 5000L);
        }
    }

    private void get(Scene scene, URI uri) {
        scene.client()
                .get()
                .uri(uri)
                .attributes(ResilienceAttributes.reportTo(reports::add))
                .retrieve()
                .toBodilessEntity();
    }

    private List<Verdict> verdicts() {
        return reports.get(0).attempts().stream().map(AttemptReport::verdict).toList();
    }

    private static void awaitOpen(Scene scene, int most) throws InterruptedException {
        long end = System.nanoTime() + 2_000_000_000L;
        while (scene.server().openConnections() > most && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(scene.server().openConnections()).isLessThanOrEqualTo(most);
    }

    private static long elapsedMillis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
