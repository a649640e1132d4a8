// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncAttemptTimeoutTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final String SHORT = "timeout.attempt=300ms";

    private final HttpClientContext context = HttpClientContext.create();

    @ParameterizedTest
    @MethodSource("io.github.resilienthttp.httpclient5.AttemptTimeoutTest#endless")
    void anAttemptEndsInTimeHoweverSlowlyBytesDrip(Reply endless) throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST, SHORT)) {
            scene.server().on("/pay").reply(endless, Reply.ok("twice"));
            SimpleHttpRequest post = scene.request("POST", "/pay");
            post.setBody("10", ContentType.TEXT_PLAIN);
            long start = System.nanoTime();

            assertThatThrownBy(() -> AsyncScene.await(scene.start(post, context)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("attempt timeout of 300 ms");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
            assertThat(AsyncScene.report(context).attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(AsyncScene.report(context).reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aTlsHandshakeThatHangsIsCutAndHasSentNothing() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST, SHORT, "retry.max-attempts=2")) {
            scene.server().onAccept(Fate.SILENCE);
            SimpleHttpRequest post = SimpleHttpRequest.create(
                    "POST", "https://127.0.0.1:" + scene.server().port() + "/");

            assertThatThrownBy(() -> AsyncScene.await(scene.start(post, context)))
                    .isInstanceOf(SocketTimeoutException.class);

            assertThat(AsyncScene.report(context).attempts())
                    .hasSize(2)
                    .allSatisfy(attempt -> assertThat(attempt.verdict()).isEqualTo(Verdict.UNREACHABLE));
        }
    }

    @Test
    void waitingForAPooledConnectionIsOurOwnFault() throws Exception {
        try (AsyncScene scene = AsyncScene.with(FAST, SHORT, "clients.slow.timeout.attempt=5s")) {
            scene.server().on("/slow").reply(Reply.ok("held").after(Duration.ofSeconds(2)));
            HttpClientContext slow = HttpClientContext.create();
            ResilientHttpClient5.options(slow, CallOptions.NONE.withClient("slow"));
            CompletableFuture<SimpleHttpResponse> held = scene.start(scene.request("GET", "/slow"), slow);
            scene.server().awaitRequests(1, Duration.ofSeconds(5));
            SimpleHttpRequest post = scene.request("POST", "/slow");

            assertThatThrownBy(() -> scene.start(post, context).get(1500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);

            assertThat(AsyncScene.report(context).attempts()).hasSize(1);
            assertThat(AsyncScene.report(context).reason()).isEqualTo(Reason.LOCAL);
            assertThat(AsyncScene.await(held).getBodyText()).isEqualTo("held");
            assertThat(scene.server().requestCount())
                    .as("what gave up is not sent")
                    .isEqualTo(1);
        }
    }
}
