// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpAsyncClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.config.NamedElementChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncCachingTest {
    private static final List<String> SETTINGS = List.of("backoff.initial=1ms", "retry.max-attempts=2");

    private static final CacheConfig STALE_ON_ERROR =
            CacheConfig.custom().setStaleIfErrorEnabled(true).build();

    private final HttpClientContext context = HttpClientContext.create();

    private static HttpAsyncClientBuilder caching() {
        return CachingHttpAsyncClientBuilder.create().setCacheConfig(STALE_ON_ERROR);
    }

    private static Reply cached(String control) {
        return Reply.ok("kept")
                .dateSkewedBy(Duration.ZERO)
                .header("Cache-Control", control)
                .header("Age", "60")
                .header("ETag", "\"1\"");
    }

    private SimpleHttpResponse get(CloseableHttpAsyncClient client, ScriptedServer server) throws Exception {
        SimpleHttpRequest get = SimpleHttpRequest.create("GET", server.uri("/"));
        return client.execute(get, context, null).get(20, TimeUnit.SECONDS);
    }

    private static long opened(ResilientHttp resilience) {
        resilience.clients().values().forEach(one -> one.scopes().all().forEach(scope -> scope.isolate()));
        return resilience.clients().size();
    }

    @Test
    void aFreshHitIsASuccessfulAttempt() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(SETTINGS);
                CloseableHttpAsyncClient client =
                        ResilientHttpClient5.install(caching(), resilience).build()) {
            server.on("/").reply(cached("max-age=600"), Reply.status(500));
            client.start();

            assertThat(get(client, server).getBodyText()).isEqualTo("kept");
            assertThat(get(client, server).getBodyText()).isEqualTo("kept");

            assertThat(server.requestCount()).isEqualTo(1);
            assertThat(Scene.report(context).attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.status()).isEqualTo(200));
        }
    }

    @Test
    void whatTheCacheServesInsteadOfAFailureIsNotSentAgain() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(SETTINGS);
                CloseableHttpAsyncClient client =
                        ResilientHttpClient5.install(caching(), resilience).build()) {
            server.on("/").reply(cached("max-age=5, stale-if-error=600"), Reply.nothing(Fate.RESET));
            client.start();

            assertThat(get(client, server).getBodyText()).isEqualTo("kept");
            assertThat(get(client, server).getBodyText()).isEqualTo("kept");

            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    /** Where {@code install} puts the engine, a refusal comes before the cache is asked. */
    @Test
    void aRefusalIsTheCallersAlsoWhereTheCacheHasSomethingStale() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(SETTINGS);
                CloseableHttpAsyncClient client =
                        ResilientHttpClient5.install(caching(), resilience).build()) {
            server.on("/").reply(cached("max-age=5, stale-if-error=600"), Reply.status(500));
            client.start();
            assertThat(get(client, server).getBodyText()).isEqualTo("kept");
            assertThat(opened(resilience)).isPositive();

            assertThatThrownBy(() -> get(client, server))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CallRefusedException.class);
        }
    }

    /** Refusals are I/O exceptions: inside the cache, they are a reason to serve what is stale. */
    @Test
    void insideTheCacheARefusalIsAnsweredWithWhatIsStale() throws Exception {
        try (ScriptedServer server = ScriptedServer.start();
                ResilientHttp resilience = Scene.engine(SETTINGS)) {
            AsyncHopHandler hops = new AsyncHopHandler(new AsyncInstallation(CallOpener.byOrigin(resilience), false));
            try (CloseableHttpAsyncClient client =
                    new Inside(hops).disableAutomaticRetries().build()) {
                server.on("/").reply(cached("max-age=5, stale-if-error=600"), Reply.status(500));
                client.start();
                assertThat(get(client, server).getBodyText()).isEqualTo("kept");
                assertThat(opened(resilience)).isPositive();

                assertThat(get(client, server).getBodyText()).isEqualTo("kept");

                assertThat(server.requestCount()).isEqualTo(1);
            }
        }
    }

    private static final class Inside extends CachingHttpAsyncClientBuilder {
        private final AsyncExecChainHandler hops;

        Inside(AsyncExecChainHandler hops) {
            this.hops = hops;
            setCacheConfig(STALE_ON_ERROR);
        }

        @Override
        protected void customizeExecChain(NamedElementChain<AsyncExecChainHandler> chain) {
            super.customizeExecChain(chain);
            chain.addAfter(ChainElement.CACHING.name(), hops, "resilient-http");
        }
    }
}
