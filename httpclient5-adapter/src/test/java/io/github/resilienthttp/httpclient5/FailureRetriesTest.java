// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;

class FailureRetriesTest {
    private static final String FAST = "backoff.initial=1ms";

    @Test
    void aRefusalThatLastsComesOutAsHttpClientThrowsIt() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            HttpPost post = new HttpPost("http://127.0.0.1:" + ScriptedServer.refusedPort() + "/");
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> scene.send(post, context))
                    .isInstanceOf(HttpHostConnectException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));

            assertThat(Scene.report(context).reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
        }
    }

    @Test
    void anUnknownHostIsUnreachable() throws IOException {
        try (Scene scene = Scene.pooled(connections -> connections.setDnsResolver(new NoNames()), FAST)) {
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> scene.send(new HttpPost("http://nowhere.invalid/"), context))
                    .isInstanceOf(UnknownHostException.class);

            assertThat(verdicts(context)).containsOnly(Verdict.UNREACHABLE).hasSize(3);
        }
    }

    @Test
    void aHeadOverTheClientsLimitsIsNotAskedForAgain() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(Reply.status(503).header("Retry-After", "9".repeat(60_000)), Reply.ok("no"));
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> scene.send(new HttpGet(scene.server().uri("/")), context))
                    .isInstanceOf(MessageConstraintException.class);

            assertThat(verdicts(context)).containsExactly(Verdict.PERMANENT);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    /** HttpClient's lenient parser skips lines until it finds a status line: it sees a connection that ended without one. */
    @Test
    void garbageInPlaceOfAHeadIsAnEndBeforeTheStatusLine() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/pay").reply(Reply.raw("This is no HTTP at all\r\n\r\n"), Reply.ok("twice"));
            HttpClientContext context = HttpClientContext.create();

            assertThatThrownBy(() -> scene.send(post(scene, "/pay"), context))
                    .isInstanceOf(NoHttpResponseException.class);

            assertThat(verdicts(context)).containsExactly(Verdict.BROKEN);
            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void whatTheChainRefusesComesOutAsHttpClientWrapsIt() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            HttpClientContext context = HttpClientContext.create();
            HttpGet connect = new HttpGet(scene.server().uri("/")) {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMethod() {
                    return "CONNECT";
                }
            };

            assertThatThrownBy(() -> scene.send(connect, context)).isInstanceOf(ClientProtocolException.class);

            assertThat(verdicts(context)).containsExactly(Verdict.PERMANENT);
        }
    }

    private static HttpPost post(Scene scene, String target) {
        HttpPost post = new HttpPost(scene.server().uri(target));
        post.setEntity(new StringEntity("10"));
        return post;
    }

    private static List<Verdict> verdicts(HttpClientContext context) {
        CallReport report = Scene.report(context);
        return report.attempts().stream().map(attempt -> attempt.verdict()).toList();
    }
}
