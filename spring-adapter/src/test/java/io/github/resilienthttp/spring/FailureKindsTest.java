// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;

/** What the clients throw, each in its own way, means the same. */
class FailureKindsTest {
    private final List<CallReport> reports = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aRefusedConnectionIsTriedAgainWithAnyMethod(Factory factory) throws Exception {
        URI refused = URI.create("http://127.0.0.1:" + ScriptedServer.refusedPort() + "/");
        try (Scene scene = Scene.with(factory)) {
            assertThat(verdicts(scene, HttpMethod.POST, refused))
                    .containsExactly(Verdict.UNREACHABLE, Verdict.UNREACHABLE, Verdict.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void soIsANameThatNobodyKnows(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            assertThat(verdicts(scene, HttpMethod.POST, URI.create("http://nowhere.invalid/")))
                    .containsExactly(Verdict.UNREACHABLE, Verdict.UNREACHABLE, Verdict.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aConnectionThatEndsBeforeTheStatusLineIsBroken(Factory factory) throws Exception {
        for (Fate fate : List.of(Fate.RESET, Fate.CLOSE)) {
            try (Scene scene = Scene.with(factory)) {
                scene.server().on("/a").reply(Reply.nothing(fate));
                assertThat(verdicts(scene, HttpMethod.POST, scene.server().uri("/a")))
                        .containsExactly(Verdict.BROKEN);
                assertThat(scene.server().requestCount()).isEqualTo(1);
                assertThat(verdicts(scene, HttpMethod.GET, scene.server().uri("/a")))
                        .containsExactly(Verdict.BROKEN, Verdict.BROKEN, Verdict.BROKEN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theClientsOwnReadTimeoutIsATimeout(Factory factory) throws Exception {
        try (Scene scene = Scene.reading(factory, Duration.ofMillis(150), "retry.max-attempts=2")) {
            scene.server().on("/a").reply(Reply.nothing(Fate.SILENCE));
            assertThat(verdicts(scene, HttpMethod.GET, scene.server().uri("/a")))
                    .containsExactly(Verdict.BROKEN, Verdict.BROKEN);
            Throwable failure = reports.get(0).attempts().get(0).failure();
            assertThat(FactoryFailures.classify(failure).timeout()).isTrue();
            assertThat(FactoryFailures.classify(failure).kind()).isEqualTo(FailureKind.BROKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aPeerThatSpeaksNoTlsIsNotTriedAgain(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            URI tls = URI.create("https://127.0.0.1:" + scene.server().port() + "/");
            List<Verdict> verdicts = verdicts(scene, HttpMethod.GET, tls);
            if (factory.tellsTlsLate()) {
                assertThat(verdicts).as("%s", reports).isSubsetOf(Verdict.BROKEN, Verdict.PERMANENT);
            } else {
                assertThat(verdicts).as("%s", reports).containsExactly(Verdict.PERMANENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void norIsOneWhoseHeadCannotBeRead(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.raw("what is this?\r\n\r\n"));
            List<Verdict> verdicts =
                    verdicts(scene, HttpMethod.GET, scene.server().uri("/a"));
            if (factory.name().startsWith("HTTP_COMPONENTS")) {
                // Looks for a status line further down, until the connection ends.
                assertThat(verdicts).containsOnly(Verdict.BROKEN);
            } else {
                assertThat(verdicts).containsExactly(Verdict.PERMANENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Factory.class,
            names = {"HTTP_COMPONENTS", "HTTP_COMPONENTS_UNPREPARED"})
    void anAttemptCutInTheQueueOfThePoolWasNotSent(Factory factory) throws Exception {
        try (Scene scene = Scene.over(factory.open(1, Factory.LONG), "timeout.attempt=200ms")) {
            scene.server().on("/slow").reply(Reply.ok("x").after(Duration.ofMillis(900)));
            Thread first = new Thread(() -> RestClient.builder()
                    .requestFactory(scene.factory())
                    .build()
                    .get()
                    .uri(scene.server().uri("/slow"))
                    .retrieve()
                    .toBodilessEntity());
            first.start();
            scene.server().awaitRequests(1, Duration.ofSeconds(5));

            assertThat(verdicts(scene, HttpMethod.GET, scene.server().uri("/slow")))
                    .containsExactly(Verdict.LOCAL);
            first.join();
        }
    }

    @Test
    void whatNoThreadWasFoundForIsOurOwnLack() throws Exception {
        try (Scene scene = Scene.with(Factory.JDK)) {
            assertThatThrownBy(() -> scene.client(builder -> builder.requestInterceptor((request, body, execution) -> {
                                throw new RejectedExecutionException("no thread");
                            }))
                            .get()
                            .uri("/a")
                            .attributes(ResilienceAttributes.reportTo(reports::add))
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(RejectedExecutionException.class);
            assertThat(reports.get(0).attempts())
                    .extracting(AttemptReport::verdict)
                    .containsExactly(Verdict.LOCAL);
        }
    }

    private List<Verdict> verdicts(Scene scene, HttpMethod method, URI uri) {
        reports.clear();
        assertThatThrownBy(() -> scene.client()
                        .method(method)
                        .uri(uri)
                        .attributes(ResilienceAttributes.reportTo(reports::add))
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(RuntimeException.class);
        return reports.get(0).attempts().stream().map(AttemptReport::verdict).toList();
    }
}
