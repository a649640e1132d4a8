// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.Test;

class InstallTest {
    private static final String FAST = "backoff.initial=1ms";
    private static final Reply SORRY = Reply.status(503).body("sorry");

    @Test
    void aNameThatNobodyKnowsIsRefusedAtOnce() {
        try (ResilientHttp resilience = ResilientHttp.withDefaults()) {
            assertThatThrownBy(() -> ResilientHttpClient5.install(HttpClientBuilder.create(), resilience, "githup"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("githup")
                    .hasMessageContaining("default");
        }
    }

    @Test
    void theNameInTheOptionsWinsOverTheBuilders() throws IOException {
        try (ResilientHttp resilience = Scene.engine(
                        List.of(FAST, "clients.once.retry.max-attempts=1", "clients.twice.retry.max-attempts=2"));
                ScriptedServer server = ScriptedServer.start();
                CloseableHttpClient client = ResilientHttpClient5.install(
                                HttpClientBuilder.create(), resilience, "once")
                        .build()) {
            server.on("/").reply(SORRY);
            HttpClientContext context = HttpClientContext.create();

            get(client, server, context);
            assertThat(server.requestCount()).isEqualTo(1);
            assertThat(Scene.report(context).client()).isEqualTo("once");

            ResilientHttpClient5.options(context, CallOptions.NONE.withDeadline(Duration.ofSeconds(5)));
            get(client, server, context);
            assertThat(server.requestCount()).isEqualTo(2);

            ResilientHttpClient5.options(context, CallOptions.NONE.withClient("twice"));
            get(client, server, context);
            assertThat(server.requestCount()).isEqualTo(4);
            assertThat(Scene.report(context).client()).isEqualTo("twice");
        }
    }

    @Test
    void installedTwiceTheLastCountsAndAttemptsDoNotMultiply() throws IOException {
        try (ResilientHttp first = Scene.engine(List.of(FAST, "retry.max-attempts=5"));
                ResilientHttp second = Scene.engine(List.of(FAST, "retry.max-attempts=2"));
                ScriptedServer server = ScriptedServer.start()) {
            server.on("/").reply(SORRY);
            HttpClientBuilder builder = ResilientHttpClient5.install(HttpClientBuilder.create(), first);
            try (CloseableHttpClient client =
                    ResilientHttpClient5.install(builder, second).build()) {
                get(client, server, HttpClientContext.create());
            }

            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void anObserverChangesNothingAndTellsWhatItWouldHaveDone() throws IOException {
        try (Scene scene = Scene.with(FAST, "mode=observe", "attempt-header=X-Attempt", "timeout.attempt=50ms")) {
            scene.server().on("/").reply(SORRY.after(Duration.ofMillis(200)), Reply.ok("no"));

            Answer answer = scene.send(new HttpGet(scene.server().uri("/")));

            assertThat(answer.text()).isEqualTo("sorry");
            assertThat(answer.report().attempts()).hasSize(1);
            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(scene.server().requests().get(0).header("X-Attempt")).isEmpty();
        }
    }

    @Test
    void offIsNotThereAtAll() throws IOException {
        try (Scene scene = Scene.with("mode=off")) {
            scene.server().on("/").reply(SORRY, Reply.ok("no"));
            HttpClientContext context = HttpClientContext.create();

            get(scene.client(), scene.server(), context);

            assertThat(scene.server().requestCount()).isEqualTo(1);
            assertThat(ResilientHttpClient5.report(context)).isNull();
        }
    }

    @Test
    void aRequestCanOptOut() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(SORRY, Reply.ok("no"));
            HttpClientContext context = HttpClientContext.create();
            ResilientHttpClient5.options(context, CallOptions.NONE.withDisabled());

            get(scene.client(), scene.server(), context);

            assertThat(scene.server().requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aHopFromAClientThatIsOffToOneThatIsOnIsSentAgain() throws IOException {
        try (ScriptedServer plain = ScriptedServer.start();
                Scene scene = Scene.with(
                        FAST, "clients.plain.mode=off", "clients.plain.origins=http://127.0.0.1:" + plain.port())) {
            plain.on("/")
                    .reply(Reply.status(302)
                            .header("Location", scene.server().uri("/").toString()));
            scene.server().on("/").reply(SORRY, Reply.ok("done"));

            assertThat(scene.send(new HttpGet(plain.uri("/"))).text()).isEqualTo("done");
        }
    }

    @Test
    void aDeadlineOfTheRequestEndsItsCall() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(Reply.nothing(Fate.SILENCE));
            HttpClientContext context = HttpClientContext.create();
            ResilientHttpClient5.options(context, CallOptions.NONE.withDeadline(Duration.ofMillis(300)));
            long start = System.nanoTime();

            assertThatThrownBy(() -> scene.send(new HttpGet(scene.server().uri("/")), context))
                    .isInstanceOf(IOException.class);

            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void aCallWithinACallHasAReportOfItsOwnAndTheOuterOneGoesOn() throws IOException {
        try (ScriptedServer tokens = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(List.of(FAST));
                ScriptedServer server = ScriptedServer.start()) {
            tokens.on("/").reply(SORRY, Reply.ok("token"));
            server.on("/").reply(SORRY, Reply.ok("done"));
            HttpClientContext context = HttpClientContext.create();
            CloseableHttpClient[] self = new CloseableHttpClient[1];
            HttpClientBuilder builder = HttpClientBuilder.create()
                    .addExecInterceptorBefore(ChainElement.CONNECT.name(), "token", (request, scope, chain) -> {
                        if (request.getAuthority().getPort() == server.port()) {
                            get(self[0], tokens, context);
                        }
                        return chain.proceed(request, scope);
                    });
            try (CloseableHttpClient client =
                    ResilientHttpClient5.install(builder, resilience).build()) {
                self[0] = client;

                assertThat(get(client, server, context)).isEqualTo("done");
            }

            assertThat(server.requestCount()).isEqualTo(2);
            assertThat(tokens.requestCount()).isEqualTo(3);
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.RECOVERED);
            assertThat(Scene.report(context).scope()).contains(Integer.toString(server.port()));
        }
    }

    @Test
    void aContextThatIsUsedAgainTellsOfTheLastCall() throws IOException {
        try (Scene scene = Scene.with(FAST)) {
            scene.server().on("/").reply(SORRY, Reply.ok("1"), Reply.ok("2"));
            HttpClientContext context = HttpClientContext.create();

            assertThat(scene.send(new HttpGet(scene.server().uri("/")), context)
                            .report()
                            .reason())
                    .isEqualTo(Reason.RECOVERED);
            assertThat(scene.send(new HttpGet(scene.server().uri("/")), context)
                            .report()
                            .reason())
                    .isEqualTo(Reason.SUCCESS);
        }
    }

    private static String get(CloseableHttpClient client, ScriptedServer server, HttpClientContext context)
            throws IOException {
        return client.execute(
                new HttpGet(server.uri("/")), context, response -> EntityUtils.toString(response.getEntity()));
    }
}
