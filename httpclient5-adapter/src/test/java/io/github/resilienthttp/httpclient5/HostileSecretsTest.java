// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.CircularRedirectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server that turns hostile does not get, and what it cannot make the engine hold. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Cookie"})
    void aCredentialDoesNotGoToAnotherOriginNotEvenWithARetry(String name) throws IOException {
        try (Scene scene = Scene.with("backoff.initial=1ms");
                ScriptedServer thief = ScriptedServer.start()) {
            scene.server()
                    .on("/")
                    .reply(
                            Reply.status(503),
                            Reply.status(307).header("Location", thief.uri("/").toString()));
            HttpGet request = new HttpGet(scene.server().uri("/"));
            request.setHeader(name, "secret=0123456789");

            Answer answer = scene.send(request);

            assertThat(answer.statuses()).containsExactly(503, 307);
            assertThat(thief.requestCount()).isZero();
        }
    }

    @Test
    void whatTheEngineAddsIsNoCredentialAndIsMadeForTheCall() throws IOException {
        try (Scene scene = Scene.with("idempotency-key.generate=true");
                ScriptedServer other = ScriptedServer.start()) {
            scene.server()
                    .on("/")
                    .reply(Reply.status(307).header("Location", other.uri("/").toString()));
            other.on("/").reply(Reply.ok("there"));

            scene.send(new HttpPost(scene.server().uri("/")));
            scene.send(new HttpPost(scene.server().uri("/")));

            assertThat(other.requests())
                    .extracting(seen -> seen.header("Idempotency-Key").orElse("none"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void redirectsInACircleEndWithoutARetry() throws IOException {
        try (Scene scene = Scene.with("backoff.initial=1ms")) {
            scene.server().on("/a").reply(Reply.status(302).header("Location", "/b"));
            scene.server().on("/b").reply(Reply.status(302).header("Location", "/a"));

            Assertions.assertThatThrownBy(
                            () -> scene.send(new HttpGet(scene.server().uri("/a"))))
                    .hasRootCauseInstanceOf(CircularRedirectException.class);

            assertThat(scene.server().requestCount()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void redirectsWithoutEndAndFailuresBetweenThemShareTheAttemptsOfOneCall() throws IOException {
        try (Scene scene = Scene.with("backoff.initial=1ms", "retry.max-attempts=3")) {
            scene.server().on("/0").reply(Reply.status(503), Reply.status(302).header("Location", "/1"));
            scene.server().on("/1").reply(Reply.status(503), Reply.status(302).header("Location", "/2"));
            scene.server().on("/2").reply(Reply.status(503).body("enough"));
            HttpClientContext context = HttpClientContext.create();

            Answer answer = scene.send(new HttpGet(scene.server().uri("/0")), context);

            assertThat(answer.report().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(scene.server().requestCount()).isEqualTo(5);
        }
    }

    @Test
    void aBodyThatInflatesBeyondTheLimitIsNotInflated() throws IOException {
        Reply bomb = Reply.status(503)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body(gzip(32 << 20));
        try (Scene scene = Scene.with("backoff.initial=1ms")) {
            scene.server().on("/").reply(bomb, Reply.ok("fine"));
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();

            assertThat(scene.send(new HttpGet(scene.server().uri("/"))).text()).isEqualTo("fine");

            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
        }
    }

    @Test
    void noWordOfAServerEndsALogLineOrReachesAReportUnclean() throws IOException {
        String forged = "x\\r\\nWARN forged \\u001b[31m\\u202e";
        Reply reply = Reply.status(503)
                .header("Content-Type", "application/problem+json")
                .body("{\"code\": \"" + forged + "\", \"detail\": \"" + forged + "\", \"traceId\": \"" + forged
                        + "\", \"errors\": {\"" + forged + "\": \"" + forged + "\"}}");
        try (Scene scene = Scene.with("retry.max-attempts=1")) {
            scene.server().on("/").reply(reply);

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.report().error()).isNotNull();
            assertThat(answer.report().toString().chars()).noneMatch(c -> Character.isISOControl(c) || c == '\u202e');
        }
    }

    private static byte[] gzip(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[1 << 20];
            for (int n = 0; n < zeros >> 20; n++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
