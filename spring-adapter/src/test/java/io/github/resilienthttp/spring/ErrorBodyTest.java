// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.SeenRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What an error's body says, and what becomes of the body. */
class ErrorBodyTest {
    private static final Reply HINT = Reply.status(429).header("Content-Type", "application/json");

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aWaitThatTheBodyNamesIsKept(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(HINT.body("{\"retryAfter\": 0.4}"), Reply.ok("fine"));

            assertThat(scene.client().get().uri("/a").retrieve().body(String.class))
                    .isEqualTo("fine");

            List<SeenRequest> requests = scene.server().requests();
            assertThat(requests.get(1).arrivedNanos() - requests.get(0).arrivedNanos())
                    .isGreaterThanOrEqualTo(400_000_000L);
            assertThat(requests.get(1).connection()).isEqualTo(1);
        }
    }

    /** Whether the client decodes it or not. */
    @ParameterizedTest
    @EnumSource(Factory.class)
    void soIsOneThatACompressedBodyNames(Factory factory) throws Exception {
        Reply packed = HINT.header("Content-Encoding", "gzip").body(gzip("{\"retryAfter\": 0.4}"));
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(packed, Reply.ok("fine"), packed.chunked(), Reply.ok("fine"));

            for (int call = 0; call < 2; call++) {
                assertThat(scene.client().get().uri("/a").retrieve().body(String.class))
                        .isEqualTo("fine");

                List<SeenRequest> requests = scene.server().requests();
                assertThat(requests.get(2 * call + 1).arrivedNanos()
                                - requests.get(2 * call).arrivedNanos())
                        .isGreaterThanOrEqualTo(400_000_000L);
            }
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void theBodyThatWasLookedAtStaysWhole(Factory factory) throws Exception {
        String longWait = "{\"retryAfter\": 86400, \"pad\": \"" + "é".repeat(2000) + "\"}";
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(HINT.body(longWait));

            assertThatThrownBy(() -> scene.client().get().uri("/a").retrieve().body(String.class))
                    .isInstanceOfSatisfying(HttpClientErrorException.TooManyRequests.class, thrown -> assertThat(
                                    thrown.getResponseBodyAsString(StandardCharsets.UTF_8))
                            .isEqualTo(longWait));
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void soDoesOneThatIsLongerThanTheLook(Factory factory) throws Exception {
        String body = "{\"pad\": \"" + "x".repeat(100_000) + "\"}";
        try (Scene scene = Scene.with(factory, "retry.max-attempts=1")) {
            scene.server()
                    .on("/a")
                    .reply(Reply.status(503)
                            .header("Content-Type", "application/json")
                            .body(body)
                            .chunked());

            assertThatThrownBy(() -> scene.client().get().uri("/a").retrieve().body(String.class))
                    .isInstanceOfSatisfying(HttpServerErrorException.ServiceUnavailable.class, thrown -> assertThat(
                                    thrown.getResponseBodyAsString())
                            .isEqualTo(body));
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aBodyThatStallsHoldsTheDecisionUpForItsTimeOnly(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory)) {
            scene.server()
                    .on("/a")
                    .reply(
                            Reply.status(503)
                                    .header("Content-Type", "application/json")
                                    .body("{\"retry")
                                    .declaring(100)
                                    .then(Fate.SILENCE),
                            Reply.ok("fine"));
            long start = System.nanoTime();

            assertThat(scene.client().get().uri("/a").retrieve().body(String.class))
                    .isEqualTo("fine");

            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aDeliveredBodyThatDripsIsTheCallersToReadOrToLeave(Factory factory) throws Exception {
        try (Scene scene = Scene.with(factory, "retry.max-attempts=1")) {
            scene.server()
                    .on("/a")
                    .reply(Reply.status(503)
                            .header("Content-Type", "application/json")
                            .body("{\"a\": 12345}")
                            .chunked()
                            .dripBody(Duration.ofMillis(40)));

            assertThatThrownBy(() -> scene.client().get().uri("/a").retrieve().body(String.class))
                    .isInstanceOfSatisfying(HttpServerErrorException.ServiceUnavailable.class, thrown -> assertThat(
                                    thrown.getResponseBodyAsString())
                            .isEqualTo("{\"a\": 12345}"));
        }
    }

    @ParameterizedTest
    @EnumSource(Factory.class)
    void aBodyThatBreaksOffAfterTheCallIsNotSentAgain(Factory factory) throws Exception {
        List<CallReport> reports = new ArrayList<>();
        try (Scene scene = Scene.with(factory)) {
            scene.server().on("/a").reply(Reply.ok("begun").declaring(100).then(Fate.CLOSE), Reply.ok("never"));

            ThrowingCallable reading = () -> scene.client()
                    .get()
                    .uri("/a")
                    .attributes(ResilienceAttributes.reportTo(reports::add))
                    .retrieve()
                    .body(String.class);
            if (factory == Factory.SIMPLE && !Factory.SIMPLE_NOTICES_BROKEN_BODIES) {
                assertThatCode(reading).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(reading).isInstanceOf(RuntimeException.class);
            }

            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(reports).extracting(report -> report.reason().label()).containsExactly("success");
        }
    }
}
