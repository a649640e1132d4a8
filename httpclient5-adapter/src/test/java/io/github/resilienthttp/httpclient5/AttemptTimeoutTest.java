// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Blackhole;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@org.junit.jupiter.api.Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class AttemptTimeoutTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final String SHORT = "timeout.attempt=300ms";

    static Stream<Reply> endless() {
        return Stream.of(
                Reply.nothing(Fate.SILENCE),
                Reply.ok("x").dripHead(Duration.ofMillis(150)),
                Reply.status(200).endlessHead().dripHead(Duration.ofMillis(5)));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void anAttemptEndsInTimeHoweverSlowlyBytesDrip(Reply endless) throws IOException {
        try (Scene scene = Scene.with(FAST, SHORT)) {
            scene.server().on("/pay").reply(endless, Reply.ok("twice"));
            HttpPost post = new HttpPost(scene.server().uri("/pay"));
            post.setEntity(new StringEntity("10"));
            HttpClientContext context = HttpClientContext.create();
            long start = System.nanoTime();

            assertThatThrownBy(() -> scene.send(post, context))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("attempt timeout of 300 ms")
                    .hasCauseInstanceOf(Exception.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
            assertThat(Scene.report(context).attempts().get(0).verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.NOT_IDEMPOTENT);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aConnectThatHangsIsCutAndHasSentNothing() throws IOException {
        ReroutedNames names = new ReroutedNames();
        try (Scene scene = Scene.pooled(connections -> connections.setDnsResolver(names), FAST, SHORT);
                Blackhole hole = Blackhole.open()) {
            names.then(hole.port()).then(scene.server().port());
            scene.server().on("/pay").reply(Reply.ok("paid"));
            HttpPost post = new HttpPost(scene.server().uri("/pay"));
            post.setEntity(new StringEntity("10"));
            long start = System.nanoTime();

            Answer answer = scene.send(post);

            assertThat(answer.text()).isEqualTo("paid");
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
            assertThat(answer.report().attempts().get(0).verdict()).isEqualTo(Verdict.UNREACHABLE);
            assertThat(answer.report().attempts().get(0).failure()).hasMessageContaining("connecting");
        }
    }

    @Test
    void aTlsHandshakeThatHangsIsCutAndHasSentNothing() throws IOException {
        try (Scene scene = Scene.with(FAST, SHORT, "retry.max-attempts=2")) {
            scene.server().onAccept(Fate.SILENCE);
            HttpClientContext context = HttpClientContext.create();
            HttpPost post = new HttpPost("https://127.0.0.1:" + scene.server().port() + "/");

            assertThatThrownBy(() -> scene.send(post, context)).isInstanceOf(InterruptedIOException.class);

            assertThat(Scene.report(context).attempts()).hasSize(2).allSatisfy(attempt -> assertThat(attempt.verdict())
                    .isEqualTo(Verdict.UNREACHABLE));
        }
    }

    @Test
    void aLeaseTimeoutOfTheCallersOwnHolds() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(Reply.ok("held"));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            get.setConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(100))
                    .build());
            try (ClassicHttpResponse held =
                    scene.open(new HttpGet(scene.server().uri("/")))) {
                assertThatThrownBy(() -> scene.send(get)).isInstanceOf(ConnectionRequestTimeoutException.class);
                EntityUtils.consume(held.getEntity());
            }
        }
    }

    @Test
    void theTimeForReadingTheBodyIsTheCallers() throws IOException {
        try (Scene scene = Scene.with(FAST, "timeout.attempt=200ms", "timeout.total=250ms")) {
            scene.server().on("/").reply(Reply.ok("0123456789").dripBody(Duration.ofMillis(60)));
            HttpClientContext context = HttpClientContext.create();
            RequestConfig config = RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofSeconds(7))
                    .build();
            context.setRequestConfig(config);

            assertThat(scene.send(new HttpGet(scene.server().uri("/")), context).text())
                    .isEqualTo("0123456789");

            assertThat(context.getRequestConfig()).isSameAs(config);
        }
    }

    @Test
    void theCallersResponseTimeoutHoldsForReadingTheBody() throws IOException {
        try (Scene scene = Scene.with(FAST, "timeout.attempt=5s")) {
            scene.server().on("/").reply(Reply.ok("01").declaring(10).then(Fate.SILENCE));
            HttpGet get = new HttpGet(scene.server().uri("/"));
            get.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofMilliseconds(200))
                    .build());
            long start = System.nanoTime();

            assertThatThrownBy(() -> scene.send(get)).isInstanceOf(SocketTimeoutException.class);

            assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }
}
