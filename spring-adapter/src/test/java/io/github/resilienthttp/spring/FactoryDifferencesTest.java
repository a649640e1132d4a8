// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Cut;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** What a request factory does otherwise than the contract would have it: a new version of it that mends its ways fails here. */
class FactoryDifferencesTest {
    private final List<CallReport> reports = new ArrayList<>();

    private String get(Scene scene) {
        String body = spec(scene, HttpMethod.GET).retrieve().body(String.class);
        return body == null ? "" : body;
    }

    private RestClient.RequestBodySpec spec(Scene scene, HttpMethod method) {
        return scene.client().method(method).uri("/").attributes(ResilienceAttributes.reportTo(reports::add));
    }

    private int attempts() {
        return reports.get(0).attempts().size();
    }

    @ParameterizedTest
    @EnumSource(
            value = Factory.class,
            names = {"JDK", "SIMPLE"})
    void aGetIsRepeatedWithinItsAttempt(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/").reply(Reply.nothing(Fate.CLOSE), Reply.ok("fine"));

            assertThat(get(scene)).isEqualTo("fine");

            assertThat(scene.server().requestCount()).isEqualTo(2);
            assertThat(attempts()).isEqualTo(1);
        }
    }

    @Test
    void simpleDeliversAHeadThatBreaksOff() throws Exception {
        try (Scene scene = Scene.with(Factory.SIMPLE)) {
            scene.server().on("/").reply(Reply.ok("fine").cut(Cut.HEAD, Fate.CLOSE));

            if (Factory.SIMPLE_NOTICES_BROKEN_BODIES) {
                assertThatThrownBy(() -> get(scene)).hasRootCauseMessage("Premature EOF");
            } else {
                assertThat(get(scene)).isEmpty();
            }

            assertThat(attempts()).isEqualTo(1);
        }
    }

    @Test
    void simpleLosesTheBodyOfAChallenge() throws Exception {
        try (Scene scene = Scene.with(Factory.SIMPLE)) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(401)
                            .header("WWW-Authenticate", "Basic realm=\"x\"")
                            .body("why"));

            assertThatThrownBy(() ->
                            spec(scene, HttpMethod.PUT).body("x").retrieve().toBodilessEntity())
                    .isInstanceOfSatisfying(
                            HttpClientErrorException.Unauthorized.class,
                            lost -> assertThat(lost.getResponseBodyAsString()).isEmpty());
            assertThatThrownBy(() -> get(scene))
                    .isInstanceOfSatisfying(
                            HttpClientErrorException.Unauthorized.class,
                            kept -> assertThat(kept.getResponseBodyAsString()).isEqualTo("why"));
        }
    }

    @Test
    void reactorTakesAnyVersion() throws Exception {
        try (Scene scene = Scene.with(Factory.REACTOR)) {
            scene.server().on("/").reply(Reply.raw("HTTP/9.9 200 OK\r\n\r\nfine"));

            assertThat(get(scene)).isEqualTo("fine");
        }
    }

    @Test
    void jettyReadsAHeadWithoutEndUntilTheTimeout() throws Exception {
        try (Scene scene = Scene.with(Factory.JETTY, "timeout.attempt=500ms")) {
            scene.server().on("/").reply(Reply.status(200).endlessHead(), Reply.ok("fine"));

            assertThat(get(scene)).isEqualTo("fine");

            assertThat(reports.get(0).attempts().get(0).failure()).isInstanceOf(AttemptTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Factory.class,
            names = {"HTTP_COMPONENTS", "SIMPLE"})
    void queryCannotBeSent(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            assertThatThrownBy(() ->
                            spec(scene, HttpMethod.valueOf("QUERY")).retrieve().toBodilessEntity())
                    .isInstanceOf(Exception.class);

            assertThat(scene.server().connectionCount()).isZero();
        }
    }
}
